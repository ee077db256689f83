package org.peerline.assignments.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What a peer may see and do over HTTP: theirs, all of it, and nothing else. */
@PeerlineTest
class MyAssignmentsTest extends RestWorld {
    private static final String BENS_NUMBER = "+447400300002";

    private Phone sam;
    private JsonPath request;
    private String assignment;
    private String amaraToken;

    @BeforeEach
    void amara_has_sams_request() {
        programme.peer(Samples.amara());
        request = opens(Samples.sam());
        assignment = request.getString("assignment.id");
        sam = sam();
        sam.receives("Amara");
        amaraToken = tokenOf(Samples.AMARAS_NUMBER);
    }

    private Response get(String token, String path) {
        return ApiKeys.bearer(token).filter(Contract.held()).get(path);
    }

    private Response post(String token, String step) {
        return ApiKeys.bearer(token).filter(Contract.held()).post("/v1/assignments/" + assignment + "/" + step);
    }

    private Response write(String token, String body) {
        return ApiKeys.bearer(token)
                .filter(Contract.held())
                .body(body)
                .post("/v1/assignments/" + assignment + "/messages");
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).contentType("application/problem+json").body("code", is(code));
    }

    private String ben() {
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
        return tokenOf(BENS_NUMBER);
    }

    @Test
    void peer_reads_what_is_with_them_and_nobodys_number() {
        sam.replies("Hello Amara");
        sam.texts(request.getString("assignment.relayNumber"), "Are you there?");
        write(amaraToken, Contract.example("relay/sendMessage-request")).then().statusCode(201);

        String listed = get(amaraToken, "/v1/me/assignments")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Response one = get(amaraToken, "/v1/assignments/" + assignment);

        one.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("reference", is(request.getString("reference")))
                .body("requestStatus", is("TALKING"))
                .body("requesterFirstName", is("Sam"));
        assertEquals(Contract.form(Contract.example("assignments/listMyAssignments-response")), Contract.form(listed));
        assertEquals(
                Contract.form(Contract.example("assignments/getAssignment-response")), Contract.form(one.asString()));
        for (String path : List.of(
                "/v1/me/assignments",
                "/v1/assignments/" + assignment,
                "/v1/assignments/" + assignment + "/messages",
                "/v1/requests",
                "/v1/requests/" + request.getString("id"))) {
            get(amaraToken, path)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("400200001")))
                    .body(not(containsString("Okafor")))
                    .body(not(containsString("High Street")))
                    .body(not(containsString("1994")));
        }
    }

    @Test
    void list_comes_in_pages_and_keeps_what_has_ended() {
        String other = opens(Samples.request("Priya Shah", "+447400200002")).getString("assignment.id");
        post(amaraToken, "done").then().statusCode(200);

        String cursor = get(amaraToken, "/v1/me/assignments?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(assignment)))
                .body("items.status", equalTo(List.of("ENDED")))
                .extract()
                .path("nextCursor");
        get(amaraToken, "/v1/me/assignments?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(other)))
                .body("nextCursor", nullValue());
    }

    @Test
    void somebody_elses_assignment_does_not_exist() {
        sam.replies("Hello Amara");
        String ben = ben();
        var before = rows();
        List<Response> answers = List.of(
                get(ben, "/v1/assignments/" + assignment),
                get(ben, "/v1/assignments/" + assignment + "/messages"),
                write(ben, "{\"body\":\"Hello\"}"),
                post(ben, "pass"),
                post(ben, "done"));
        for (Response answer : answers) {
            answer.then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", is("urn:peerline:problem:not-found"))
                    .body(not(containsString("Sam")));
        }
        get(ben, "/v1/me/assignments").then().statusCode(200).body("items", equalTo(List.of()));
        assertEquals(before, rows());
    }

    @Test
    void handing_back_before_the_first_answer_gives_the_request_to_somebody_else() {
        String ben = ben();
        sam.replies("Hello Amara");
        int amarasTexts = amara().received().size();

        String answer = post(amaraToken, "pass")
                .then()
                .statusCode(200)
                .body("status", is("ENDED"))
                .body("endReason", is("PASSED"))
                .extract()
                .asString();

        var expected = Contract.form(Contract.example("assignments/passAssignment-response"));
        expected.add("/firstTextAt");
        assertEquals(expected, Contract.form(answer));
        sam.receivesFrom(FakeTwilioResource.relayNumber(1), "Dr Amara N cannot be there for you this time");
        sam.receivesFrom(FakeTwilioResource.relayNumber(2), "Your peer supporter is Dr Ben T");
        get(ben, "/v1/me/assignments")
                .then()
                .statusCode(200)
                .body("items.reference", equalTo(List.of(request.getString("reference"))));
        get(amaraToken, "/v1/requests/" + request.getString("id")).then().statusCode(404);
        assertEquals(amarasTexts, amara().received().size());
        refused(post(amaraToken, "pass"), "assignment_ended");
        refused(post(amaraToken, "done"), "assignment_ended");
        refused(write(amaraToken, "{\"body\":\"Hello\"}"), "assignment_ended");
    }

    @Test
    void handed_back_with_nobody_else_the_request_waits() {
        post(amaraToken, "pass").then().statusCode(200).body("requestStatus", is("CLOSED"));
        programme.settle();
        get(amaraToken, "/v1/me/assignments").then().body("items.status", equalTo(List.of("ENDED")));
    }

    @Test
    void after_the_first_answer_it_is_too_late_to_hand_back() {
        sam.replies("Hello Amara");
        write(amaraToken, "{\"body\":\"Hello Sam\"}").then().statusCode(201);
        programme.settle();
        var before = rows();

        refused(post(amaraToken, "pass"), "already_answered");

        assertEquals(before, rows());
        get(amaraToken, "/v1/assignments/" + assignment).then().body("status", is("OPEN"));
    }

    @Test
    void done_closes_the_request_as_completed_and_thanks_both() {
        sam.replies("Hello Amara");
        write(amaraToken, "{\"body\":\"Hello Sam\"}").then().statusCode(201);
        sam.receives("Hello Sam");

        String answer = post(amaraToken, "done")
                .then()
                .statusCode(200)
                .body("status", is("ENDED"))
                .body("requestStatus", is("CLOSED"))
                .body("endReason", is("CLOSED"))
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("assignments/finishAssignment-response")), Contract.form(answer));
        sam.receives("has ended", "Thank you");
        sam.receivesNothingMore();
        var amaras = amara().received();
        assertEquals(
                request.getString("reference") + " has been closed. Thank you for being there for a colleague.",
                amaras.get(amaras.size() - 1).body());
    }

    @Test
    void ids_that_are_none_are_not_found() {
        for (String id : List.of("nonsense", "019ac2a1-5a3c-7e93-a417-6c2d8b5f9e32", "%00")) {
            ApiKeys.bearer(amaraToken)
                    .filter(Contract.answersHeld())
                    .get("/v1/assignments/" + id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }
}
