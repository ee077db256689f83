package org.peerline.limits;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class LimitsTest extends RestWorld {
    @Inject
    Limits limits;

    @Test
    void allowance_is_used_up_and_fills_evenly() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), limits.use(Limit.INTAKE_PER_NUMBER, "a"));
        }
        Duration pause = limits.use(Limit.INTAKE_PER_NUMBER, "a").orElseThrow();
        assertTrue(pause.compareTo(Duration.ofHours(4)) > 0 && pause.compareTo(Duration.ofHours(5)) < 0, pause + "");

        programme.timeIs(programme.now().plus(pause).plusMillis(1));

        assertEquals(Optional.empty(), limits.use(Limit.INTAKE_PER_NUMBER, "a"));
        assertTrue(limits.use(Limit.INTAKE_PER_NUMBER, "a").isPresent(), "one at a time");
    }

    @Test
    void look_uses_nothing_and_says_the_same() {
        assertEquals(Optional.empty(), limits.look(Limit.INTAKE_PER_NUMBER, "a"));
        IntStream.range(0, 5).forEach(use -> limits.use(Limit.INTAKE_PER_NUMBER, "a"));

        Duration pause = limits.look(Limit.INTAKE_PER_NUMBER, "a").orElseThrow();

        assertTrue(pause.compareTo(Duration.ofHours(4)) > 0 && pause.compareTo(Duration.ofHours(5)) < 0, pause + "");
    }

    @Test
    void keys_do_not_share_an_allowance() {
        IntStream.range(0, 5).forEach(use -> limits.use(Limit.INTAKE_PER_NUMBER, "a"));

        assertEquals(Optional.empty(), limits.use(Limit.INTAKE_PER_NUMBER, "b"));
        assertEquals(Optional.empty(), limits.use(Limit.CODES_PER_NUMBER, "a"));
    }

    @Test
    void uses_at_once_never_get_more_than_there_is() {
        long used = IntStream.range(0, 40)
                .parallel()
                .filter(use -> limits.use(Limit.INTAKE_PER_NUMBER, "a").isEmpty())
                .count();

        assertEquals(5, used);
    }

    @Test
    void number_that_is_opened_again_and_again_is_told_to_wait() {
        String key = ApiKeys.with(Role.COORDINATOR);
        for (int i = 0; i < 5; i++) {
            String id = ApiKeys.bearer(key)
                    .body(Samples.sam())
                    .post("/v1/requests")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            ApiKeys.bearer(key)
                    .body(Map.of("outcome", "WITHDRAWN"))
                    .post("/v1/requests/" + id + "/close")
                    .then()
                    .statusCode(200);
        }
        var before = rows();

        ApiKeys.bearer(key)
                .body(Samples.sam())
                .post("/v1/requests")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:peerline:problem:too-many-requests"));

        assertEquals(before, rows());
    }

    @Test
    void credential_that_asks_for_everything_is_told_to_wait_also_when_it_was_refused() {
        String key = ApiKeys.with(Role.COORDINATOR);
        for (int i = 0; i < 60; i++) {
            ApiKeys.bearer(key)
                    .get("/v1/requesters/0199a0b1-7c00-7000-8000-00000000dead/export?reason=COMPLAINT")
                    .then()
                    .statusCode(404);
        }

        ApiKeys.bearer(key)
                .get("/v1/requesters/0199a0b1-7c00-7000-8000-00000000dead/export?reason=COMPLAINT")
                .then()
                .statusCode(429);
    }

    @Test
    void text_over_the_days_limit_is_not_lost_in_silence() {
        programme.peer(Samples.amara());
        Phone sam = sam();
        Phone amara = amara();
        opens(Samples.sam());
        sam.receives("Amara");
        String relay = sam.received().get(0).from();
        IntStream.rangeClosed(1, 200).forEach(number -> sam.texts(relay, "Text " + number));
        int passedOn = amara.received().size();

        sam.texts(relay, "Text over the limit");

        assertEquals(200, passedOn);
        assertEquals(passedOn, amara.received().size());
        assertTrue(sam.received().get(sam.received().size() - 1).body().contains("was not passed on"));
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks")
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("TOO_MANY_TEXTS"));

        programme.timeIs(programme.now().plus(Duration.ofHours(25)));
        sam.texts(relay, "The next day");
        assertTrue(amara.received().stream().anyMatch(text -> text.body().contains("The next day")));
    }

    @Test
    void flood_of_unknown_senders_is_not_answered_for_ever_and_a_coordinator_sees_it() {
        IntStream.range(0, 200).forEach(use -> limits.use(Limit.STRANGER_ANSWERS, "all"));
        Phone stranger = phone("+447400900009");

        stranger.texts(FakeTwilioResource.relayNumber(1), "Hello?");

        stranger.receivesNothingMore();
        assertFalse(ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks")
                .jsonPath()
                .getList("items.findAll { it.kind == 'STRANGERS_UNANSWERED' }")
                .isEmpty());
    }

    @Test
    void stranger_in_danger_is_answered_also_when_all_others_are_not() {
        IntStream.range(0, 200).forEach(use -> limits.use(Limit.STRANGER_ANSWERS, "all"));
        Phone stranger = phone("+447400900010");

        stranger.texts(FakeTwilioResource.relayNumber(1), "I want to kill myself");

        stranger.receives("999");
    }

    @Test
    void codes_for_one_number_are_limited_by_the_day_too() {
        var mobile = Samples.mobile();
        int taken = 0;
        for (int quarter = 0; quarter < 8; quarter++) {
            for (int i = 0; i < 3; i++) {
                int status = ApiKeys.bearer("none")
                        .body(Map.of("mobileNumber", mobile.e164()))
                        .post("/v1/sessions/code")
                        .statusCode();
                taken += status == 202 ? 1 : 0;
            }
            programme.timeIs(programme.now().plus(Duration.ofMinutes(15)).plusSeconds(1));
        }

        assertTrue(taken >= 10 && taken <= 11, "taken " + taken);
    }
}
