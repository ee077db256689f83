package org.peerline.limits;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.limits.TooMany.toldToWait;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** Whoever asks too often is told to wait, and until when; nothing else happens. */
@PeerlineTest
class LimitsByApiTest extends RestWorld {
    private static final String NOBODY = "0199a0b1-7c00-7000-8000-00000000dead";

    @Inject
    Limits limits;

    @Inject
    Jdbi database;

    private String key;

    private void usedUp(Limit limit, String whose) {
        IntStream.range(0, 1001).anyMatch(use -> limits.use(limit, whose).isPresent());
    }

    private void usedUpByAKeyOf(Limit limit, Role role) {
        key = ApiKeys.with(role);
        String id = database.withHandle(handle -> handle.select("select id::text from api_key order by id desc limit 1")
                .mapTo(String.class)
                .one());
        usedUp(limit, "api_key:" + id);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, /v1/requests",
        "COORDINATOR, /v1/peers",
        "COORDINATOR, /v1/calls",
        "COORDINATOR, /v1/messages",
        "COORDINATOR, /v1/tasks",
        "COORDINATOR, /v1/inbound-texts",
        "COORDINATOR, /v1/peers/" + NOBODY + "/seen",
        "AUDITOR, /v1/audit-events",
        "ADMIN, /v1/api-keys",
    })
    void lists_are_limited(Role role, String path) {
        usedUpByAKeyOf(Limit.LISTS_PER_KEY, role);
        var before = rows();

        toldToWait(ApiKeys.bearer(key).get(path).then());

        assertEquals(before, rows());
    }

    @ParameterizedTest
    @CsvSource({"COORDINATOR, /v1/peers/export", "AUDITOR, /v1/audit-events/verification"})
    void whole_files_are_limited(Role role, String path) {
        usedUpByAKeyOf(Limit.FILES_PER_KEY, role);

        toldToWait(ApiKeys.bearer(key).get(path).then());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/requests/" + NOBODY + "/close, '{\"outcome\":\"WITHDRAWN\"}'",
        "/v1/requests/" + NOBODY + "/details-text, '{}'",
        "/v1/messages/" + NOBODY + "/retry, '{}'",
        "/v1/calls/" + NOBODY + "/accept, '{\"onBehalfOf\":\"REQUESTER\"}'",
    })
    void what_texts_somebody_is_limited(String path, String body) {
        usedUpByAKeyOf(Limit.TEXTS_PER_KEY, Role.COORDINATOR);

        toldToWait(ApiKeys.bearer(key).body(body).post(path).then());
    }

    @Test
    void details_of_one_request_are_sent_again_five_times_a_day() {
        programme.peer(Samples.amara());
        String request = opens(Samples.sam()).getString("id");
        key = ApiKeys.with(Role.COORDINATOR);
        for (int i = 0; i < 5; i++) {
            ApiKeys.bearer(key)
                    .post("/v1/requests/" + request + "/details-text")
                    .then()
                    .statusCode(200);
        }
        programme.settle();
        int texts = sam().received().size();

        toldToWait(ApiKeys.as(Role.COORDINATOR)
                .post("/v1/requests/" + request + "/details-text")
                .then());

        programme.settle();
        assertEquals(texts, sam().received().size());
    }

    @Test
    void all_sign_in_codes_together_have_an_end_and_an_alarm_before_it() {
        programme.peer(Samples.amara());
        IntStream.range(0, 480).forEach(use -> limits.use(Limit.CODES_ALTOGETHER, "all"));

        code(Samples.AMARAS_NUMBER).statusCode(202);

        assertTrue(tasks().contains("CODES_RUN_LOW"), tasks().toString());
        usedUp(Limit.CODES_ALTOGETHER, "all");
        toldToWait(code(Samples.AMARAS_NUMBER));
        toldToWait(code("+447400399998"));
    }

    private static List<String> tasks() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").jsonPath().getList("items.kind");
    }

    private static ValidatableResponse code(String mobile) {
        return given().contentType("application/json")
                .body(Map.of("mobileNumber", mobile))
                .post("/v1/sessions/code")
                .then();
    }

    @Test
    void number_that_rings_again_and_again_finds_the_line_engaged() {
        for (int i = 0; i < 20; i++) {
            assertTrue(ring("+447400900031").contains("<Say"));
        }

        assertTrue(ring("+447400900031").contains("<Reject reason=\"busy\""));
        assertTrue(ring("+447400900032").contains("<Say"), "and nobody else does");
    }

    @Test
    void unknown_numbers_that_ring_cost_no_more_together_than_so_much() {
        usedUp(Limit.VOICE_TO_STRANGERS, "all");

        assertTrue(ring("+447400900033").contains("<Reject"));
        assertTrue(ring("anonymous").contains("<Reject"));
        assertTrue(tasks().contains("VOICES_UNANSWERED"));
    }

    private static String ring(String from) {
        return new SignedWebhook()
                .post(
                        FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/voice",
                        new java.util.TreeMap<>(Map.of(
                                "CallSid",
                                "CA" + "0".repeat(32),
                                "AccountSid",
                                org.peerline.testkit.FakeTwilio.ACCOUNT_SID,
                                "From",
                                from,
                                "To",
                                FakeTwilioResource.relayNumber(1))))
                .body();
    }

    @Test
    void peer_who_posts_too_many_texts_is_told_to_wait() {
        programme.peer(Samples.amara());
        String assignment = opens(Samples.sam()).getString("assignment.id");
        Phone sam = sam();
        sam.texts(sam.received().get(0).from(), "Hello");
        String token = tokenOf(Samples.AMARAS_NUMBER);
        database.useHandle(handle -> handle.execute(
                "insert into message (id, assignment_id, kind, author, from_number,"
                        + " to_party, to_key, created_at, due_at, expires_at, segments, status)"
                        + " select gen_random_uuid(), ?::uuid, 'RELAYED', 'PEER', '+447400000000', 'REQUESTER', 'x', now, now,"
                        + " now, 1, 'DELIVERED' from (select ?::timestamptz as now) t, generate_series(1, 200)",
                assignment,
                programme.now()));

        toldToWait(ApiKeys.bearer(token)
                .body(Map.of("body", "One more"))
                .post("/v1/assignments/" + assignment + "/messages")
                .then());
    }
}
