package org.peerline.calls.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.ApiKeys.as;
import static org.peerline.testkit.ApiKeys.bearer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.Contract;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** A time is suggested, answered and found again through the API. */
@PeerlineTest
class CallsTest extends CallsWorld {
    @Test
    void a_peer_suggests_a_time_and_a_call_handler_passes_on_the_requesters_yes() {
        Pair pair = pairs.newPair();
        String id = propose(pair, tomorrow(19))
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/calls/.*"))
                .header("ETag", "\"0\"")
                .body("status", is("PROPOSED"))
                .body("requestReference", is(pair.reference()))
                .body("startsAt", is(written(tomorrow(19))))
                .body("timeZone", is("Europe/London"))
                .body("replaces", nullValue())
                .body("agreements.party", contains("PEER"))
                .body("agreements.via", contains("API"))
                .extract()
                .path("id");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("Dr Amara N suggests a call on "));

        as(Role.INTAKE)
                .filter(Contract.held())
                .body(FOR_THE_REQUESTER)
                .post("/v1/calls/" + id + "/accept")
                .then()
                .statusCode(200)
                .body("status", is("AGREED"))
                .body("agreements.party", contains("PEER", "REQUESTER"))
                .body("agreements.via", contains("API", "PHONE"));
        assertEquals(
                List.of(REQUESTER, PEER), pair.news().stream().map(Owed::to).toList());
        as(Role.COORDINATOR)
                .filter(Contract.held())
                .get("/v1/calls/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void a_coordinator_suggests_for_the_requester_and_the_peer_answers_with_nothing_to_say() {
        Pair pair = pairs.newPair();
        String id = as(Role.COORDINATOR)
                .filter(Contract.held())
                .body(Map.of("startsAt", written(tomorrow(19)), "onBehalfOf", "REQUESTER"))
                .post("/v1/assignments/" + pair.assignment() + "/calls")
                .then()
                .statusCode(201)
                .body("proposedBy", is("REQUESTER"))
                .body("agreements.via", contains("PHONE"))
                .extract()
                .path("id");
        assertEquals(
                List.of(PEER, REQUESTER), pair.news().stream().map(Owed::to).toList(), "both are told");
        peer(pair)
                .filter(Contract.held())
                .body("{}")
                .post("/v1/calls/" + id + "/decline")
                .then()
                .statusCode(200)
                .body("status", is("DECLINED"));
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("Dr Amara N cannot make"));
        peer(pair)
                .body("{}")
                .post("/v1/calls/" + id + "/accept")
                .then()
                .statusCode(409)
                .body("code", is("call_not_proposed"));
    }

    @Test
    void a_counter_proposal_and_the_same_time_from_both() {
        Pair pair = pairs.newPair();
        String first = propose(pair, tomorrow(19)).statusCode(201).extract().path("id");
        var counter = Map.of("startsAt", written(tomorrow(20)), "onBehalfOf", "REQUESTER");
        String second = as(Role.INTAKE)
                .filter(Contract.held())
                .body(counter)
                .post("/v1/calls/" + first + "/counter")
                .then()
                .statusCode(201)
                .body("proposedBy", is("REQUESTER"))
                .extract()
                .path("id");
        propose(pair, tomorrow(20)).statusCode(200).body("id", is(second)).body("status", is("AGREED"));
        peer(pair)
                .filter(Contract.held())
                .body("{}")
                .post("/v1/calls/" + second + "/cancel")
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));
        peer(pair).get("/v1/calls/" + first).then().statusCode(200).body("status", is("COUNTERED"));
    }

    @Test
    void the_list_comes_in_order_of_time_by_period_and_state_in_pages() {
        Pair pair = pairs.newPair();
        String late = propose(pair, tomorrow(19).plusDays(30).withMinute(17))
                .extract()
                .path("id");
        as(Role.INTAKE)
                .body(FOR_THE_REQUESTER)
                .post("/v1/calls/" + late + "/accept")
                .then()
                .statusCode(200);
        String early = propose(pair, tomorrow(19).plusDays(29)).extract().path("id");
        String from = "from=" + tomorrow(0).plusDays(29).toInstant();
        String to = "to=" + tomorrow(23).plusDays(30).toInstant();
        String token = signedIn.with(pair.peer(), pair.number(PEER)).token();
        String cursor = bearer(token)
                .filter(Contract.held())
                .get("/v1/calls?limit=1&" + from + "&" + to)
                .then()
                .statusCode(200)
                .body("items.id", contains(early))
                .extract()
                .path("nextCursor");
        bearer(token)
                .get("/v1/calls?limit=1&" + from + "&" + to + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", contains(late))
                .body("items[0].agreements.size()", is(2))
                .body("nextCursor", nullValue());
        bearer(token).get("/v1/calls?status=AGREED&" + from).then().body("items.id", contains(late));
        bearer(token)
                .get("/v1/calls?to=" + tomorrow(0).plusDays(29).toInstant())
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void a_repeated_proposal_with_its_key_has_one_effect() {
        Pair pair = pairs.newPair();
        String token = signedIn.with(pair.peer(), pair.number(PEER)).token();
        var body = Map.of("startsAt", written(tomorrow(19)));
        String path = "/v1/assignments/" + pair.assignment() + "/calls";
        String key = UUID.randomUUID().toString();
        String id = bearer(token)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        bearer(token)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .body("id", is(id));
        assertEquals(1, pair.news().size());
    }
}
