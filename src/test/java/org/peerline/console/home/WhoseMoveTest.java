package org.peerline.console.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class WhoseMoveTest extends RestWorld {
    private static final String NONE = "Every text has arrived or is on its way.";

    @Inject
    Jdbi database;

    @BeforeEach
    void amara_is_on_the_roster() {
        programme.peer(Samples.amara());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 400})
    void undelivered_text_shows_however_far_the_clock_has_been_moved(int days) {
        programme.timeIs(programme.now().plus(Duration.ofDays(days)));
        detailsFail();
        firstScreen().body(containsString("failed")).body(not(containsString(NONE)));
    }

    @Test
    void text_that_failed_more_than_two_weeks_ago_is_nobodys_move_any_more() {
        detailsFail();
        programme.timeIs(programme.now().plus(Duration.ofDays(13)));
        firstScreen().body(not(containsString(NONE)));
        programme.timeIs(programme.now().plus(Duration.ofDays(2)));
        firstScreen().body(containsString(NONE));
    }

    @Test
    void details_that_have_gone_out_anew_are_nobodys_move() {
        detailsFail();
        String page = firstScreen().extract().asString();
        String again =
                page.split("action=\"/base/console/lanes/details-text/")[1].split("\"")[0];
        ConsoleSession.as(Role.COORDINATOR).form().post("/console/lanes/details-text/" + again);
        programme.settle();
        new SignedWebhook().status(sam().receives("Dr Amara N"), "delivered", Optional.empty());
        firstScreen().body(containsString(NONE));
    }

    @Test
    void text_that_a_coordinator_has_dealt_with_is_nobodys_move_until_it_fails_again() {
        opens(Samples.sam());
        Phone sam = sam();
        sam.receives("Dr Amara N");
        sam.replies("Hello Amara");
        Phone amara = amara();
        new SignedWebhook().status(amara.receives("Hello Amara"), "undelivered", Optional.of(30005));
        String page = firstScreen().body(not(containsString(NONE))).extract().asString();
        String task = page.split("action=\"/base/console/lanes/tasks/")[1].split("\"")[0];
        ConsoleSession.as(Role.COORDINATOR).form().post("/console/lanes/tasks/" + task);
        firstScreen().body(containsString(NONE));

        String text = database.withHandle(
                handle -> handle.select("select id::text from message where status = 'FAILED' and kind = 'RELAYED'")
                        .mapTo(String.class)
                        .one());
        ConsoleSession.as(Role.COORDINATOR).form().post("/console/texts/" + text + "/again");
        programme.settle();
        new SignedWebhook().status(amara.receives("Hello Amara"), "undelivered", Optional.of(30005));
        firstScreen().body(not(containsString(NONE)));
    }

    private void detailsFail() {
        opens(Samples.sam());
        new SignedWebhook().status(sam().receives("Dr Amara N"), "undelivered", Optional.of(30005));
    }

    private static ValidatableResponse firstScreen() {
        return ConsoleSession.as(Role.COORDINATOR).page().get("/console").then().statusCode(200);
    }
}
