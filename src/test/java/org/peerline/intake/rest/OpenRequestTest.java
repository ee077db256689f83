package org.peerline.intake.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class OpenRequestTest extends RestWorld {
    /** Examples have numbers that belong to nobody, and those are refused where texts are real. */
    static String example() {
        return Contract.example("intake/openRequest-request").replace("07700 900123", "07400 200001");
    }

    private static Response post(String key, String idempotencyKey, String body) {
        return ApiKeys.bearer(key)
                .filter(Contract.held())
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/v1/requests");
    }

    @Test
    void example_is_answered_in_the_form_of_the_example() {
        programme.peer(Samples.amara());

        String answer = ApiKeys.as(Role.INTAKE)
                .filter(Contract.held())
                .body(example())
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/requests/[0-9a-f-]{36}"))
                .header("ETag", matchesPattern("\"[^\"]+\""))
                .body("status", is("ASSIGNED"))
                .body("requester.contactNumber", is(Samples.SAMS_NUMBER))
                .body("waiting", nullValue())
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("intake/openRequest-response")), Contract.form(answer));
    }

    @Test
    void request_that_waits_says_why_and_since_when() {
        ApiKeys.as(Role.COORDINATOR)
                .filter(Contract.held())
                .body(example())
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .body("status", is("WAITING"))
                .body("assignment", nullValue())
                .body("waiting.reason", is("NOBODY_AVAILABLE"))
                .body("waiting.since", startsWith("2026-11-23T10:0"))
                .body("waiting.position", is(1));
    }

    @Test
    void same_key_and_body_give_the_first_answer_and_nothing_else_again() {
        programme.peer(Samples.amara());
        String key = ApiKeys.with(Role.INTAKE);
        Response first = post(key, "call-4711", example());
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        var once = rows();

        Response second = post(key, "call-4711", example());

        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertEquals(first.asString(), second.asString());
        assertEquals(once, rows());
        programme.settle();
        assertEquals(1, sam().received().size());
    }

    @Test
    void same_key_with_another_body_is_refused() {
        programme.peer(Samples.amara());
        String key = ApiKeys.with(Role.INTAKE);
        post(key, "call-4711", example()).then().statusCode(201);
        var before = rows();

        post(key, "call-4711", example().replace("07400 200001", "07400 200002"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("idempotency_key_reused"));

        assertEquals(before, rows());
        // Another caller's keys are their own.
        post(ApiKeys.with(Role.INTAKE), "call-4711", example().replace("07400 200001", "07400 200002"))
                .then()
                .statusCode(201);
    }

    @Test
    void second_request_for_the_same_phone_is_refused_with_its_code() {
        programme.peer(Samples.amara());
        String key = ApiKeys.with(Role.INTAKE);
        post(key, "first", example()).then().statusCode(201);
        var before = rows();

        post(key, "second", example()).then().statusCode(409).body("code", is("request_already_open"));

        assertEquals(before, rows());
    }

    @Test
    void eight_calls_for_one_new_number_at_once_open_one_request() throws Exception {
        programme.peer(Samples.amara());
        String key = ApiKeys.with(Role.INTAKE);
        var start = new CyclicBarrier(8);
        var callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Response>> calls = callers.invokeAll(Collections.nCopies(8, () -> {
                start.await();
                return ApiKeys.bearer(key).body(example()).post("/v1/requests");
            }));
            var answers = new ArrayList<String>();
            for (Future<Response> call : calls) {
                Response answer = call.get();
                answers.add(answer.statusCode() + " " + answer.path("code"));
            }
            assertEquals(1, Collections.frequency(answers, "201 null"), answers.toString());
            assertEquals(7, Collections.frequency(answers, "409 request_already_open"), answers.toString());
        } finally {
            callers.shutdownNow();
        }
    }
}
