package org.peerline.archive.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Somebody who came back under another number is one person; somebody of the same name and birthday may be another. */
@PeerlineTest
class WholePersonTest extends RestWorld {
    private static final String OTHER_NUMBER = "+447400200077";

    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    private String first;
    private String second;
    private String namesake;

    @BeforeEach
    void sam_returned_under_another_number_and_there_is_a_namesake() {
        programme.peer(Samples.amara());
        first = requesterOf(Samples.sam());
        second = requesterOf(Samples.request("Sam Okafor", OTHER_NUMBER));
        namesake = requesterOf(Samples.request("Sam Okafor", "+447400200088"));
    }

    private String requesterOf(Map<String, Object> request) {
        var opened = opens(request);
        closes(opened.getString("id"));
        return opened.getString("requester.id");
    }

    private long named() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from requester where name is not null")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void copy_is_not_taken_before_somebody_has_said_which_entries_are_the_same_person() {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + first + "/export?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("other_entries"))
                .body("detail", containsString("2 other entries"));
    }

    @Test
    void other_entries_are_listed_with_what_the_person_can_be_asked_by() {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + first + "/other-entries")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, namesake))
                .body("items[0].likeness", equalTo("SAME_NAME_AND_BIRTH_DATE"))
                .body("items[0].references[0]", containsString("PS-"));
        ApiKeys.as(Role.AUDITOR)
                .get("/v1/requesters/" + namesake + "/seen")
                .then()
                .statusCode(200)
                .body(containsString("looked whether other entries are yours"));
    }

    @Test
    void copy_holds_every_entry_of_the_person_and_none_of_the_namesake() {
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + first + "/export?reason=SUBJECT_REQUEST&also=" + second)
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("otherEntries", contains(second))
                .body(containsString(Samples.SAMS_NUMBER))
                .body(containsString(OTHER_NUMBER))
                .body(not(containsString("+447400200088")));
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + first + "/export?reason=SUBJECT_REQUEST&also=NOBODY")
                .then()
                .statusCode(200)
                .body(not(containsString(OTHER_NUMBER)));
    }

    @Test
    void erasure_takes_every_entry_of_the_person_and_leaves_the_namesake_alone() {
        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + first + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("other_entries"));
        assertEquals(3, named());

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + first + "?reason=SUBJECT_REQUEST&also=" + second)
                .then()
                .statusCode(200)
                .body("person", equalTo(first))
                .body("alsoErased", contains(second));

        assertEquals(1, named());
        ApiKeys.asAdmin().get("/v1/erasures").then().statusCode(200).body("items.person", contains(first, second));
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + namesake + "/export?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(200)
                .body(containsString("+447400200088"));
    }

    @Test
    void hold_on_one_entry_stands_against_the_erasure_of_all_and_nothing_of_any_is_gone() {
        ApiKeys.as(Role.SAFEGUARDING)
                .put("/v1/requesters/" + second + "/legal-hold?reason=LEGAL_DUTY&also=NOBODY")
                .then()
                .statusCode(204);

        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + first + "?reason=SUBJECT_REQUEST&also=" + second)
                .then()
                .statusCode(409)
                .body("code", equalTo("legal_hold"));
        assertEquals(3, named());
    }

    @Test
    void hold_takes_the_whole_person_once_it_is_said_who_that_is() {
        var lead = ApiKeys.with(Role.SAFEGUARDING);
        ApiKeys.bearer(lead)
                .put("/v1/requesters/" + first + "/legal-hold?reason=LEGAL_DUTY")
                .then()
                .statusCode(409);
        ApiKeys.bearer(lead)
                .put("/v1/requesters/" + first + "/legal-hold?reason=LEGAL_DUTY&also=" + second)
                .then()
                .statusCode(204);

        programme.timeIs(programme.now().plus(Duration.ofDays(400)));
        sweep.run(false);

        assertEquals(2, named(), "the namesake is forgotten, the two that are held are not");
    }

    @Test
    void entry_that_cannot_be_the_same_persons_is_refused() {
        String alex = requesterOf(Samples.request("Alex Park", "+447400200002"));
        for (String also : new String[] {alex, "NOBODY&also=" + second, "Okafor"}) {
            ApiKeys.asAdmin()
                    .delete("/v1/requesters/" + first + "?reason=SUBJECT_REQUEST&also=" + also)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("also"));
        }
        assertEquals(4, named());
    }

    @Test
    void whoever_shares_a_phone_is_asked_about_too_and_keeps_their_own() {
        String alex = requesterOf(Samples.request("Alex Park", OTHER_NUMBER));
        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + alex + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("other_entries"));
        ApiKeys.asAdmin()
                .delete("/v1/requesters/" + alex + "?reason=SUBJECT_REQUEST&also=NOBODY")
                .then()
                .statusCode(200);
        assertEquals(3, named());
    }

    @Test
    void entry_of_somebody_who_has_returned_under_another_number_is_kept_as_long_as_they_are() {
        programme.timeIs(programme.now().plus(Duration.ofDays(300)));
        requesterOf(Samples.request("Sam Okafor", "+447400200099"));
        programme.timeIs(programme.now().plus(Duration.ofDays(100)));

        sweep.run(false);
        assertEquals(4, named());

        programme.timeIs(programme.now().plus(Duration.ofDays(300)));
        sweep.run(false);
        assertEquals(0, named());
    }

    @Test
    void peer_who_left_and_came_back_is_one_person() {
        String peer = jdbi.withHandle(handle ->
                handle.select("select id::text from peer").mapTo(String.class).one());
        String etag = ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + peer).header("ETag");
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", etag)
                .body(Map.of("status", "RETIRED"))
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
        programme.settle();
        String again = programme.peer(Samples.amara()).toString();

        ApiKeys.asAdmin()
                .delete("/v1/peers/" + again + "?reason=SUBJECT_REQUEST")
                .then()
                .statusCode(409)
                .body("code", equalTo("other_entries"));
        peer(Samples.AMARAS_NUMBER)
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body("id", equalTo(again))
                .body("otherEntries", contains(peer));
        ApiKeys.asAdmin()
                .delete("/v1/peers/" + again + "?reason=SUBJECT_REQUEST&also=" + peer)
                .then()
                .statusCode(200)
                .body("alsoErased", contains(peer));
    }
}
