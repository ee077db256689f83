package org.peerline.intake.returning.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

@PeerlineTest
class RecognitionTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    private String key;
    private String request;

    @BeforeEach
    void sam_has_been_here() {
        key = ApiKeys.with(Role.INTAKE);
        programme.peer(Samples.amara());
        request = opens(Samples.sam()).getString("id");
    }

    private ValidatableResponse ask(String name, String born) {
        return ApiKeys.bearer(key)
                .filter(Contract.held())
                .body(Map.of("name", name, "dateOfBirth", born))
                .post("/v1/requesters/recognise")
                .then();
    }

    private void close(String outcome) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", outcome))
                .post("/v1/requests/" + request + "/close")
                .then()
                .statusCode(200);
        programme.settle();
    }

    @Test
    void caller_is_known_by_name_and_date_of_birth_together_and_by_nothing_less() {
        close("COMPLETED");
        ask("Dr Sam OKAFOR", "1994-05-17")
                .statusCode(200)
                .body("known", is(true))
                .body("samePeerPossible", is(true));
        ask("Sam Okafor", "1994-05-18").body("known", is(false)).body("samePeerPossible", is(false));
        ask("Alex Okafor", "1994-05-17").body("known", is(false));
    }

    @Test
    void answer_has_the_form_of_its_example() {
        String answer = ApiKeys.bearer(key)
                .filter(Contract.held())
                .body(Contract.example("intake/recogniseRequester-request"))
                .post("/v1/requesters/recognise")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(Contract.form(Contract.example("intake/recogniseRequester-response")), Contract.form(answer));
    }

    @Test
    void peer_from_whom_they_were_parted_or_who_has_left_is_not_offered() {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("reason", "REQUESTER_ASKED"))
                .post("/v1/requests/" + request + "/reassign")
                .then()
                .statusCode(200);
        ask("Sam Okafor", "1994-05-17").body("known", is(true)).body("samePeerPossible", is(false));
    }

    @Test
    void whoever_asks_for_the_same_peer_gets_them_although_another_has_more_room() {
        close("COMPLETED");
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        var again = Samples.sam();
        again.put("wishes", Map.of("samePeer", true));
        assertEquals("Dr Amara N", opens(again).getString("assignment.peer.displayName"));
    }

    @Test
    void whoever_comes_back_under_another_number_may_have_the_same_peer_too() {
        close("COMPLETED");
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        var again = Samples.request("Sam Okafor", "+447400200077");
        again.put("wishes", Map.of("samePeer", true));
        assertEquals("Dr Amara N", opens(again).getString("assignment.peer.displayName"));
    }

    @Test
    void whoever_has_a_request_open_under_another_number_is_served_and_a_coordinator_is_told() {
        opens(Samples.request("Dr Sam OKAFOR", "+447400200077"));
        opens(Samples.request("Alex Park", "+447400200078"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items.kind", is(List.of("ASKED_TWICE")));
        close("COMPLETED");
        twilio.reset();
    }

    @Test
    void whoever_comes_back_under_another_number_when_all_is_closed_is_no_task() {
        close("COMPLETED");
        opens(Samples.request("Sam Okafor", "+447400200077"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").then().body("items", is(List.of()));
        twilio.reset();
    }

    @Test
    void caller_can_be_told_beforehand_that_the_same_peer_is_not_free_and_the_text_says_so_too() {
        close("COMPLETED");
        UUID amara = jdbi.withHandle(
                handle -> handle.select("select id from peer").mapTo(UUID.class).one());
        ask("Sam Okafor", "1994-05-17").body("samePeerFree", is(true));
        ApiKeys.as(Role.COORDINATOR)
                .body("{}")
                .post("/v1/peers/" + amara + "/pause")
                .then()
                .statusCode(200);
        ask("Sam Okafor", "1994-05-17").body("samePeerPossible", is(true)).body("samePeerFree", is(false));
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        twilio.reset();
        var again = Samples.sam();
        again.put("wishes", Map.of("samePeer", true));

        assertEquals("Dr Ben T", opens(again).getString("assignment.peer.displayName"));

        sam().receives("Dr Amara N cannot be there this time. Your peer supporter is Dr Ben T, GP. This is the number");
    }

    @Test
    void whoever_asks_for_somebody_new_gets_somebody_new_and_with_a_must_nobody_else() {
        close("COMPLETED");
        var again = Samples.sam();
        again.put("wishes", Map.of("newPeer", true, "musts", List.of("newPeer")));
        request = opens(again).getString("id");
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/" + request)
                .then()
                .body("waiting.reason", is("ALL_EXCLUDED"))
                .body("waiting.rule", is("MUST_NEW_PEER"))
                .body("waiting.droppingWouldHelp", is(List.of("newPeer")));
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"));
        programme.settle();
        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/" + request)
                .then()
                .body("assignment.peer.displayName", is("Dr Ben T"));
        twilio.reset();
    }

    @Test
    void wish_for_somebody_new_is_a_wish_and_contradicts_the_wish_for_the_same() {
        close("COMPLETED");
        var again = Samples.sam();
        again.put("wishes", Map.of("newPeer", true, "samePeer", true));
        ApiKeys.bearer(key)
                .body(again)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("wishes.newPeer"));
        again.put("wishes", Map.of("musts", List.of("newPeer")));
        ApiKeys.bearer(key)
                .body(again)
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("wishes.musts[0]"));
        again.put("wishes", Map.of("newPeer", true));
        assertEquals("Dr Amara N", opens(again).getString("assignment.peer.displayName"));
        twilio.reset();
    }

    @Test
    void every_question_is_on_record_without_a_name() {
        ask("Sam Okafor", "1994-05-17");
        ask("Nobody Known", "1990-01-01");
        List<String> actions = jdbi.withHandle(handle -> handle.select("select action || ' ' || subject_kind from"
                        + " audit_event where action like '%RECOGNISED' order by id")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("REQUESTER_RECOGNISED REQUESTER", "REQUESTER_NOT_RECOGNISED API_KEY"), actions);
    }

    @Test
    void names_cannot_be_tried_one_after_the_other() {
        for (int i = 0; i < 60; i++) {
            ask("Sam Okafor", "1994-05-17").statusCode(200);
        }
        ask("Sam Okafor", "1994-05-17").statusCode(429).header("Retry-After", notNullValue());
        key = ApiKeys.with(Role.INTAKE);
        ask("Sam Okafor", "1994-05-17").statusCode(200);
        programme.pass(Duration.ofMinutes(11));
        ask("Sam Okafor", "1994-05-17").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"name, '', 1994-05-17", "dateOfBirth, Sam Okafor, 1994-02-30", "dateOfBirth, Sam Okafor, 2024-01-01"})
    void wrong_field_is_named(String field, String name, String born) {
        ApiKeys.bearer(key)
                .body(Map.of("name", name, "dateOfBirth", born))
                .post("/v1/requesters/recognise")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void neither_peers_nor_administrators_may_ask() {
        ApiKeys.as(Role.ADMIN)
                .body(Map.of("name", "Sam Okafor", "dateOfBirth", "1994-05-17"))
                .post("/v1/requesters/recognise")
                .then()
                .statusCode(403)
                .body("status", equalTo(403));
    }
}
