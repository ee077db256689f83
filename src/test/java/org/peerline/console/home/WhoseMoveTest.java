package org.peerline.console.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class WhoseMoveTest extends RestWorld {
    private static final String NONE = "Every text has arrived or is on its way.";

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

    private void detailsFail() {
        opens(Samples.sam());
        new SignedWebhook().status(sam().receives("Dr Amara N"), "undelivered", Optional.of(30005));
    }

    private static ValidatableResponse firstScreen() {
        return ConsoleSession.as(Role.COORDINATOR).page().get("/console").then().statusCode(200);
    }
}
