package org.peerline.calls.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.as;
import static org.peerline.testkit.ApiKeys.bearer;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.Pair;
import org.peerline.testkit.PeerlineTest;

/** What cannot be done with a call is said with its reason, and changes nothing. */
@PeerlineTest
class WrongStepsOfCallsTest extends CallsWorld {
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
}
