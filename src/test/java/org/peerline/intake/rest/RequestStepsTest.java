package org.peerline.intake.rest;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What a coordinator does with a request: close it, give it to somebody else, send the details again. */
@PeerlineTest
class RequestStepsTest extends RestWorld {
    private static final String BENS_NUMBER = "+447400300002";

    @Inject
    Jdbi database;

    private String coordinator;

    @BeforeEach
    void a_coordinator_is_there() {
        coordinator = ApiKeys.with(Role.COORDINATOR);
    }

    private static Response step(String key, String id, String step, String body) {
        return ApiKeys.bearer(key).filter(Contract.held()).body(body).post("/v1/requests/" + id + "/" + step);
    }

    private Response close(String id) {
        return step(coordinator, id, "close", Contract.example("intake/closeRequest-request"));
    }

    private Response reassign(String id) {
        return step(coordinator, id, "reassign", Contract.example("intake/reassignRequest-request"));
    }

    private Response details(String id) {
        return ApiKeys.bearer(coordinator).filter(Contract.held()).post("/v1/requests/" + id + "/details-text");
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).contentType("application/problem+json").body("code", is(code));
    }

    private void amaraAndBen() {
        programme.peer(Samples.amara());
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
    }

    @Test
    void closing_thanks_both_and_answers_in_the_form_of_the_example() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        Phone sam = sam();
        Phone amara = amara();
        sam.receives("Amara");
        sam.replies("Hello Amara");
        amara.receives("Hello Amara");

        String answer = close(opened.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", is("CLOSED"))
                .body("outcome", is("COMPLETED"))
                .body("assignment", nullValue())
                .body("waiting", nullValue())
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("intake/closeRequest-response")), Contract.form(answer));
        sam.receives("has ended", "Thank you");
        amara.receives(opened.getString("reference") + " has been closed. Thank you");
        sam.receivesNothingMore();
        amara.receivesNothingMore();
    }

    @Test
    void late_text_gets_the_kind_answer_and_reaches_nobody() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        Phone sam = sam();
        Phone amara = amara();
        sam.receives("Amara");
        sam.replies("Hello Amara");
        amara.receives("Hello Amara");
        close(id).then().statusCode(200);
        sam.receives("has ended");
        amara.receives("has been closed");

        sam.replies("One more thing");
        sam.receives("was not passed on", "welcome back", "999");
        amara.replies("Are you well?");
        amara.receives("was not passed on");

        sam.receivesNothingMore();
        amara.receivesNothingMore();
    }

    @Test
    void request_is_closed_once() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        close(id).then().statusCode(200);
        programme.settle();
        var before = rows();

        refused(close(id), "request_closed");
        refused(reassign(id), "no_open_assignment");
        refused(details(id), "no_open_assignment");

        assertEquals(before, rows());
    }

    @Test
    void waiting_request_can_be_closed_and_the_phone_may_ask_again() {
        JsonPath first = opens(Samples.sam());
        close(first.getString("reference")).then().statusCode(200).body("waiting", nullValue());

        JsonPath second = opens(Samples.sam());

        assertEquals("WAITING", second.getString("status"));
        assertEquals(first.getString("requester.id"), second.getString("requester.id"));
    }

    @Test
    void outcome_and_reason_are_of_the_list() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        String intake = ApiKeys.with(Role.INTAKE);
        var before = rows();
        for (String body : List.of("{}", "{\"outcome\":null}", "{\"outcome\":\"CURED\"}", "{\"outcome\":1}")) {
            ApiKeys.bearer(coordinator)
                    .filter(Contract.answersHeld())
                    .body(body)
                    .post("/v1/requests/" + id + "/close")
                    .then()
                    .statusCode(400)
                    .body("violations.field", is(List.of("outcome")));
        }
        ApiKeys.bearer(coordinator)
                .filter(Contract.answersHeld())
                .body("{\"reason\":\"He shouted at her\"}")
                .post("/v1/requests/" + id + "/reassign")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("reason")));
        step(intake, id, "close", "{\"outcome\":\"COMPLETED\"}").then().statusCode(403);
        step(intake, id, "reassign", "{\"reason\":\"OTHER\"}").then().statusCode(403);
        assertEquals(before, rows());
    }

    @Test
    void reassigned_request_goes_to_somebody_else_and_never_back() {
        amaraAndBen();
        JsonPath opened = opens(Samples.sam());
        Phone sam = sam();
        sam.receives(opened.getString("assignment.peer.displayName"));

        String answer = reassign(opened.getString("id"))
                .then()
                .statusCode(200)
                .body("status", is("ASSIGNED"))
                .body("assignment.id", not(opened.getString("assignment.id")))
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("intake/reassignRequest-response")), Contract.form(answer));
        JsonPath second = JsonPath.from(answer);
        assertEquals(
                Set.of("Dr Amara N", "Dr Ben T"),
                Set.of(
                        opened.getString("assignment.peer.displayName"),
                        second.getString("assignment.peer.displayName")));
        sam.receivesFrom(opened.getString("assignment.relayNumber"), "Another colleague will be there for you");
        sam.receivesFrom(second.getString("assignment.relayNumber"), second.getString("assignment.peer.displayName"));
        var former = phone(
                opened.getString("assignment.peer.displayName").equals("Dr Ben T")
                        ? BENS_NUMBER
                        : Samples.AMARAS_NUMBER);
        former.receives("has been closed");
        former.receivesNothingMore();

        reassign(opened.getString("id"))
                .then()
                .statusCode(200)
                .body("status", is("WAITING"))
                .body("assignment", nullValue())
                .body("waiting.reason", is("ALL_EXCLUDED"));
        programme.settle();
        refused(reassign(opened.getString("id")), "no_open_assignment");
    }

    @Test
    void late_text_to_the_former_peer_reaches_neither_of_the_two() {
        amaraAndBen();
        JsonPath opened = opens(Samples.sam());
        Phone sam = sam();
        String oldNumber = sam.receives("peer supporter").from();
        reassign(opened.getString("id")).then().statusCode(200);
        programme.settle();
        int amarasTexts = amara().received().size();
        int bensTexts = phone(BENS_NUMBER).received().size();

        sam.texts(oldNumber, "Hello, is that you?");

        assertEquals(amarasTexts, amara().received().size());
        assertEquals(bensTexts, phone(BENS_NUMBER).received().size());
        var last = sam.received().get(sam.received().size() - 1);
        assertEquals(oldNumber, last.from());
        assertTrue(last.body().contains("was not passed on"), last.body());
    }

    @Test
    void details_are_sent_again_from_the_same_number() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        Phone sam = sam();
        String first = sam.receives("Dr Amara N").body();

        String answer = details(id)
                .then()
                .statusCode(200)
                .body("assignment.detailsText.status", is("QUEUED"))
                .extract()
                .asString();

        assertEquals(Contract.form(Contract.example("intake/sendDetailsAgain-response")), Contract.form(answer));
        assertEquals(
                FakeTwilioResource.relayNumber(1), sam.receivesExactly(first).from());
        sam.receivesNothingMore();
        assertEquals(1, onRecord("DETAILS_SENT_AGAIN"));
        assertEquals(1, onRecord("REQUESTER_READ"));
    }

    private long onRecord(String action) {
        return database.withHandle(handle -> handle.select("select count(*) from audit_event where action = ?", action)
                .mapTo(Long.class)
                .one());
    }
}
