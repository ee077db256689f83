package org.peerline.relay.contact;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** An open request in which nothing happens any more is not forgotten: a coordinator is asked. */
@PeerlineTest
class SilentRequestsTest extends RestWorld {
    private Phone sam;
    private Phone amara;
    private String request;

    @BeforeEach
    void sam_has_asked() {
        sam = sam();
        amara = amara();
    }

    private void they_talk() {
        programme.peer(Samples.amara());
        request = opens(Samples.sam()).getString("id");
        sam.receives("Amara");
        sam.replies("Hello Amara");
        amara.receives("Hello Amara");
        amara.replies("Hello Sam");
    }

    private void days(int days) {
        programme.timeIs(programme.now().plus(Duration.ofDays(days)).plusSeconds(60));
        programme.settle();
    }

    private void asked(int open) {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=SILENT_REQUEST")
                .then()
                .statusCode(200)
                .body("items", hasSize(open));
    }

    @Test
    void coordinator_is_asked_once_after_twelve_weeks_of_silence() {
        they_talk();
        days(83);
        asked(0);

        days(1);
        asked(1);

        days(85);
        days(85);
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=SILENT_REQUEST")
                .then()
                .body("items", hasSize(1))
                .body("items[0].times", equalTo(1))
                .body("items[0].requestId", equalTo(request))
                .body("items[0].subjectKind", equalTo("REQUEST"));
    }

    @Test
    void whoever_writes_begins_a_new_wait() {
        they_talk();
        days(60);
        amara.texts(amara.received().get(0).from(), "How are you?");
        days(60);
        asked(0);

        days(25);
        asked(1);
    }

    @Test
    void first_word_settles_it_and_the_next_silence_asks_anew() {
        they_talk();
        days(85);
        asked(1);

        days(0);
        sam.texts(sam.received().get(0).from(), "I am still here");
        asked(0);

        days(85);
        asked(1);
    }

    @Test
    void closing_settles_it() {
        they_talk();
        days(85);
        asked(1);

        closes(request);

        asked(0);
        days(85);
        asked(0);
    }

    @Test
    void what_a_coordinator_has_dealt_with_is_not_asked_again_in_the_same_silence() {
        they_talk();
        days(85);
        String task = ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=SILENT_REQUEST")
                .path("items[0].id");
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of())
                .post("/v1/tasks/" + task + "/done")
                .then()
                .statusCode(200);

        days(85);
        days(85);

        asked(0);
    }

    @Test
    void whoever_waits_for_a_peer_is_not_forgotten_either() {
        request = opens(Samples.sam()).getString("id");
        days(83);
        asked(0);

        days(2);

        asked(1);
    }

    @Test
    void request_that_was_closed_in_time_is_nobodys_task() {
        they_talk();
        closes(request);

        days(85);

        asked(0);
    }
}
