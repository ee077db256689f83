package org.peerline.api.idempotency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.TimeSource;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.TestSettings;

@PeerlineTest
class IdempotencyTest {
    private static final String BODY = "{\"name\":\"Once\",\"roles\":[\"AUDITOR\"]}";

    @Inject
    Jdbi jdbi;

    @Inject
    StoredAnswers answers;

    @Inject
    TimeSource time;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void back_to_the_present() {
        time.moveTo(Instant.now());
    }

    private Response send(String token, String body) {
        return bearer(token).header("Idempotency-Key", key).body(body).post("/v1/api-keys");
    }

    private Response send() {
        return send(TestSettings.ADMIN_KEY, BODY);
    }

    @Test
    void a_repeat_gets_the_first_answer_again_and_has_no_second_effect() {
        Response first = send();
        Response second = send();
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(withoutKey(first), withoutKey(second));
        assertEquals(first.header("Location"), second.header("Location"));
        first.then().header("Idempotency-Replayed", nullValue());
        second.then().header("Idempotency-Replayed", "true").contentType("application/json");
    }

    private static Map<String, Object> withoutKey(Response answer) {
        var body = new TreeMap<String, Object>(answer.<Map<String, Object>>path("$"));
        body.remove("key");
        return body;
    }

    /** It is kept as a hash only, and a stored answer would be a second copy. */
    @Test
    void an_api_key_is_told_in_the_first_answer_only() {
        String issued = send().path("key");
        send().then().statusCode(201).body("$", hasKey("key")).body("key", nullValue());
        bearer(issued).get("/v1/audit-events").then().statusCode(200);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        send();
        send(TestSettings.ADMIN_KEY, BODY.replace("Once", "Twice"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("idempotency_key_reused"));
    }

    @Test
    void two_callers_may_use_the_same_key() {
        String first = send().path("id");
        assertNotEquals(first, send(ApiKeys.with(Role.ADMIN), BODY).path("id"));
    }

    @Test
    void a_refused_request_leaves_the_key_free() {
        send(TestSettings.ADMIN_KEY, BODY.replace("AUDITOR", "PEER")).then().statusCode(400);
        send().then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void repeats_at_the_same_moment_have_one_effect() throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Response>> six = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                six.add(this::send);
            }
            var ids = new HashSet<String>();
            for (var answer : pool.invokeAll(six)) {
                assertEquals(201, answer.get().statusCode());
                ids.add(answer.get().path("id"));
            }
            assertEquals(1, ids.size());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_key_is_free_again_after_a_day_and_swept() {
        String first = send().path("id");
        time.moveTo(time.now().plus(Duration.ofHours(25)));
        assertNotEquals(first, send().path("id"));
        time.moveTo(time.now().plus(Duration.ofHours(26)));
        answers.sweep();
        assertEquals(0, kept("1 = 1"));
    }

    @Test
    void the_stored_answer_cannot_be_read_in_the_database() {
        String id = send().path("id");
        assertEquals(0, kept("position(convert_to('" + id + "', 'UTF8') in answer) > 0"));
        assertNotEquals(0, kept("answer is not null"));
    }

    private int kept(String where) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from idempotent_answer where " + where)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void a_key_that_is_too_long_is_named() {
        bearer(TestSettings.ADMIN_KEY)
                .header("Idempotency-Key", "k".repeat(256))
                .body(BODY)
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("Idempotency-Key")));
    }
}
