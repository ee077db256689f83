package org.peerline.calls.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.ApiKeys.as;
import static org.peerline.testkit.ApiKeys.bearer;
import static org.peerline.testkit.Days.at;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.CallsOnRecord;
import org.peerline.testkit.Contract;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** Several times at once, overlaps, outcomes and counts, through the API. */
@PeerlineTest
class CallOffersTest extends CallsWorld {
    @Inject
    CallsOnRecord record;

    @Test
    void up_to_three_times_are_offered_and_one_of_them_accepted() {
        Pair pair = pairs.newPair();
        String id = propose(pair, Map.of("startsAt", time(2, 12), "alternatives", List.of(time(3, 10), time(1, 19))))
                .statusCode(201)
                .body("startsAt", is(time(1, 19)))
                .body("alternatives", contains(time(2, 12), time(3, 10)))
                .extract()
                .path("id");
        assertTrue(pair.newsTo(REQUESTER).get(0).contains("Which of these times suits?"));
        refused(accept(id, Map.of("onBehalfOf", "REQUESTER")), "time_not_chosen");
        refused(accept(id, Map.of("onBehalfOf", "REQUESTER", "startsAt", time(4, 10))), "time_not_offered");
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        accept(id, Map.of("onBehalfOf", "REQUESTER", "startsAt", time(3, 10)))
                .statusCode(200)
                .body("status", is("AGREED"))
                .body("startsAt", is(time(3, 10)))
                .body("alternatives.size()", is(0))
                .body("agreements.via", contains("API", "PHONE"));
    }

    @Test
    void a_wrong_offer_is_named_by_field_and_changes_nothing() {
        Pair pair = pairs.newPair();
        invalid(
                propose(
                        pair,
                        Map.of("startsAt", time(1, 19), "alternatives", List.of(time(2, 1), time(2, 2), time(2, 3)))),
                "alternatives");
        invalid(propose(pair, Map.of("startsAt", time(1, 19), "alternatives", List.of(time(1, 19)))), "alternatives");
        invalid(
                propose(pair, Map.of("startsAt", time(1, 19), "alternatives", List.of("2026-11-25T19:00:30Z"))),
                "alternatives[0]");
        invalid(
                propose(pair, Map.of("startsAt", time(1, 19), "alternatives", List.of("2026-01-01T19:00:00Z"))),
                "alternatives[0]");
        assertEquals(List.of(), record.statuses(pair));
        assertEquals(List.of(), pair.news());
    }

    @Test
    void a_time_close_to_another_call_is_refused_until_the_peer_says_all_the_same() {
        Pair sam = pairs.newPair();
        sam.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        Pair kim = pairs.anotherFor(sam);
        refused(propose(kim, Map.of("startsAt", time(1, 19))), "overlapping_call");
        assertEquals(List.of(), record.statuses(kim));
        as(Role.COORDINATOR)
                .filter(Contract.held())
                .body(Map.of("startsAt", time(1, 19), "onBehalfOf", "REQUESTER"))
                .post("/v1/assignments/" + kim.assignment() + "/calls")
                .then()
                .statusCode(201);
        propose(kim, Map.of("startsAt", time(1, 18), "despiteOverlap", true)).statusCode(201);
        refused(
                peer(kim)
                        .body(Map.of("startsAt", "2026-11-24T19:30:00Z"))
                        .post("/v1/calls/" + record.latest(kim) + "/counter")
                        .then(),
                "overlapping_call");
    }

    @Test
    void the_outcome_is_said_once_by_the_peer_or_for_the_requester() {
        Pair pair = agreed();
        String outcome = "/v1/calls/" + record.latest(pair) + "/outcome";
        refused(peer(pair).body(Map.of("result", "HELD")).post(outcome).then(), "call_not_begun");
        programme.timeIs(at(1, 20).toInstant());
        tokens.clear();
        invalid(peer(pair).body(Map.of("result", "LATE")).post(outcome).then(), "result");
        invalid(peer(pair).body(Map.of("minutes", 10)).post(outcome).then(), "result");
        invalid(
                peer(pair)
                        .body(Map.of("result", "HELD", "minutes", 601))
                        .post(outcome)
                        .then(),
                "minutes");
        invalid(
                peer(pair)
                        .body(Map.of("result", "MISSED", "minutes", 5))
                        .post(outcome)
                        .then(),
                "minutes");
        invalid(as(Role.INTAKE).body(Map.of("result", "HELD")).post(outcome).then(), "onBehalfOf");
        bearer(signedIn.newPeer().token())
                .body(Map.of("result", "HELD"))
                .post(outcome)
                .then()
                .statusCode(404);
        assertEquals(List.of("AGREED"), record.statuses(pair));
        as(Role.INTAKE)
                .filter(Contract.held())
                .body(Contract.example("calls/recordCallOutcome-request"))
                .post(outcome)
                .then()
                .statusCode(200)
                .body("status", is("HELD"))
                .body("minutes", is(40))
                .body("furtherCall", is(false));
        refused(peer(pair).body(Map.of("result", "MISSED")).post(outcome).then(), "outcome_recorded");
        pair.news();
        programme.pass(Duration.ofDays(1));
        assertEquals(List.of(), pair.news(), "and nobody is asked for it");
    }

    @Test
    void a_missed_call_reported_by_the_peer_is_told_kindly_to_both() {
        Pair pair = agreed();
        programme.timeIs(at(1, 19).toInstant());
        var peer = peer(pair);
        pair.news();
        peer.filter(Contract.held())
                .body(Map.of("result", "MISSED"))
                .post("/v1/calls/" + record.latest(pair) + "/outcome")
                .then()
                .statusCode(200)
                .body("minutes", nullValue());
        List<Owed> told = pair.news();
        assertEquals(List.of(REQUESTER, PEER), told.stream().map(Owed::to).toList());
        assertTrue(told.stream().allMatch(owed -> owed.text().contains("did not come about")), told.toString());
    }

    @Test
    void calls_are_counted_by_what_became_of_them() {
        Pair pair = agreed();
        programme.timeIs(at(1, 19).toInstant());
        pair.text(PEER, "HELD 30").text(PEER, "MORE");
        pair.text(PEER, "CALL Wed 7pm").text(REQUESTER, "NO");
        pair.text(PEER, "CALL Wed 8pm").text(REQUESTER, "OK");
        pair.text(PEER, "CALL Thu 8pm");
        programme.timeIs(at(2, 21).toInstant());
        as(Role.COORDINATOR)
                .filter(Contract.held())
                .get("/v1/calls/summary")
                .then()
                .statusCode(200)
                .body("held", is(1))
                .body("declined", is(1))
                .body("agreed", is(1))
                .body("awaitingOutcome", is(1))
                .body("proposed", is(1))
                .body("minutes", is(30))
                .body("withMinutes", is(1))
                .body("assignmentsWithCalls", is(1))
                .body("furtherCallWanted", is(1));
        as(Role.COORDINATOR)
                .get("/v1/calls/summary?from=" + at(2, 0).toInstant() + "&to=" + at(3, 0).toInstant())
                .then()
                .body("held", is(0))
                .body("declined", is(1))
                .body("proposed", is(0));
        as(Role.COORDINATOR)
                .get("/v1/calls/summary?from=yesterday&to=x")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("from", "to")));
        peer(pair).get("/v1/calls/summary").then().statusCode(403);
    }

    private Pair agreed() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 6pm").text(REQUESTER, "OK");
        pair.news();
        return pair;
    }

    private ValidatableResponse propose(Pair pair, Map<String, Object> body) {
        return peer(pair)
                .filter(Contract.answersHeld())
                .body(body)
                .post("/v1/assignments/" + pair.assignment() + "/calls")
                .then();
    }

    private static ValidatableResponse accept(String id, Map<String, Object> body) {
        return as(Role.INTAKE)
                .filter(Contract.held())
                .body(body)
                .post("/v1/calls/" + id + "/accept")
                .then();
    }

    private static String time(int daysAhead, int hour) {
        return at(daysAhead, hour).toInstant().toString();
    }
}
