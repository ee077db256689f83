package org.peerline.calls.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.ApiKeys.as;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.Contract;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedIn;

@PeerlineTest
class CallsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String FOR_THE_REQUESTER = Contract.example("calls/acceptCall-request");

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    SignedIn signedIn;

    private final Map<UUID, String> tokens = new HashMap<>();

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

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
    void every_wrong_step_has_its_code_and_changes_nothing() {
        Pair pair = pairs.newPair();
        String id = propose(pair, tomorrow(19)).statusCode(201).extract().path("id");
        pair.news();
        refused(peer(pair).body("{}").post("/v1/calls/" + id + "/accept").then(), "own_proposal");
        refused(
                as(Role.INTAKE)
                        .body(FOR_THE_REQUESTER)
                        .post("/v1/calls/" + id + "/cancel")
                        .then(),
                "not_own_proposal");
        refused(propose(pair, tomorrow(19)), "already_proposed");
        invalid(propose(pair, OffsetDateTime.parse("2026-01-01T10:00:00Z")), "startsAt");
        invalid(propose(pair, tomorrow(19).plusDays(61)), "startsAt");
        as(Role.INTAKE)
                .body(FOR_THE_REQUESTER)
                .post("/v1/calls/" + id + "/accept")
                .then()
                .statusCode(200);
        refused(
                as(Role.INTAKE)
                        .body(FOR_THE_REQUESTER)
                        .post("/v1/calls/" + id + "/accept")
                        .then(),
                "already_agreed");
        assertEquals(2, pair.news().size(), "only the agreement was told");
    }

    @Test
    void bad_input_is_named() {
        Pair pair = pairs.newPair();
        String path = "/v1/assignments/" + pair.assignment() + "/calls";
        invalid(peer(pair).body("{}").post(path).then(), "startsAt");
        invalid(peer(pair).body("{\"startsAt\":\"tomorrow\"}").post(path).then(), "startsAt");
        invalid(
                peer(pair)
                        .body(Map.of("startsAt", written(tomorrow(19).plusSeconds(1))))
                        .post(path)
                        .then(),
                "startsAt");
        var forTheRequester = Map.of("startsAt", written(tomorrow(19)), "onBehalfOf", "REQUESTER");
        invalid(peer(pair).body(forTheRequester).post(path).then(), "onBehalfOf");
        invalid(
                as(Role.COORDINATOR)
                        .body(Map.of("startsAt", written(tomorrow(19))))
                        .post(path)
                        .then(),
                "onBehalfOf");
        invalid(
                as(Role.COORDINATOR)
                        .body(Map.of("startsAt", written(tomorrow(19)), "onBehalfOf", "PEER"))
                        .post(path)
                        .then(),
                "onBehalfOf");
        peer(pair)
                .get("/v1/calls?from=monday&to=never&status=LATE")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("status", "from", "to")));
        assertEquals(List.of(), pair.news());
    }

    @Test
    void what_belongs_to_another_peer_does_not_exist() {
        Pair pair = pairs.newPair();
        String id = propose(pair, tomorrow(19)).statusCode(201).extract().path("id");
        String stranger = signedIn.newPeer().token();
        bearer(stranger).get("/v1/calls/" + id).then().statusCode(404);
        for (String step : List.of("accept", "decline", "cancel")) {
            bearer(stranger)
                    .body("{}")
                    .post("/v1/calls/" + id + "/" + step)
                    .then()
                    .statusCode(404);
        }
        var time = Map.of("startsAt", written(tomorrow(20)));
        bearer(stranger).body(time).post("/v1/calls/" + id + "/counter").then().statusCode(404);
        bearer(stranger)
                .body(time)
                .post("/v1/assignments/" + pair.assignment() + "/calls")
                .then()
                .statusCode(404);
        bearer(stranger).get("/v1/calls").then().statusCode(200).body("items.size()", is(0));
        as(Role.COORDINATOR).get("/v1/calls/" + UUID.randomUUID()).then().statusCode(404);
        as(Role.AUDITOR).get("/v1/calls/" + id).then().statusCode(403);
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

    private ValidatableResponse propose(Pair pair, OffsetDateTime at) {
        return peer(pair)
                .filter(Contract.held())
                .body(Map.of("startsAt", written(at)))
                .post("/v1/assignments/" + pair.assignment() + "/calls")
                .then();
    }

    private RequestSpecification peer(Pair pair) {
        return bearer(tokens.computeIfAbsent(
                pair.assignment(),
                unknown -> signedIn.with(pair.peer(), pair.number(PEER)).token()));
    }

    private static OffsetDateTime tomorrow(int hour) {
        return LocalDate.ofInstant(Programme.MONDAY, LONDON)
                .plusDays(1)
                .atTime(hour, 0)
                .atZone(LONDON)
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.MINUTES);
    }

    private static String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    private static void refused(ValidatableResponse response, String code) {
        response.statusCode(409).contentType("application/problem+json").body("code", is(code));
    }

    private static void invalid(ValidatableResponse response, String field) {
        response.statusCode(400).body("violations.field", equalTo(List.of(field)));
    }
}
