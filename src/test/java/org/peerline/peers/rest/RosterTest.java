package org.peerline.peers.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;

/** What a coordinator does with the roster. */
@PeerlineTest
class RosterTest {
    @Inject
    Programme programme;

    @Inject
    Jdbi jdbi;

    private String key;

    @BeforeEach
    void begin() {
        programme.reset();
        key = ApiKeys.with(Role.COORDINATOR);
    }

    private RequestSpecification coordinator() {
        return bearer(key).filter(Contract.held());
    }

    private ValidatableResponse register(Object peer) {
        return coordinator().body(peer).post("/v1/peers").then();
    }

    private String registered() {
        return register(Samples.newPeer()).statusCode(201).extract().path("id");
    }

    private List<String> audited(String action) {
        return jdbi.withHandle(handle -> handle.select(
                        "select subject_id from audit_event where action = ? and subject_kind = 'PEER'"
                                + " and actor_kind = 'API_KEY' order by id",
                        action)
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_registered_peer_is_read_back_as_entered() {
        var sent = JsonPath.from(Contract.example("peers/registerPeer-request"));
        var answer = register(Contract.example("peers/registerPeer-request"))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("mobileNumber", is("+447400123456"))
                .body("status", is("ACTIVE"))
                .body("openAssignments", is(0))
                .body("lastAssignedAt", nullValue());
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/v1/peers/" + id));

        var read = coordinator()
                .get("/v1/peers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath();

        for (String field :
                sent.getMap("").keySet().stream().map(String::valueOf).toList()) {
            if (!field.equals("mobileNumber")) {
                assertEquals(sent.<Object>get(field), read.get(field), field);
            }
        }
        assertEquals(List.of(id), audited("PEER_REGISTERED"));
        assertEquals(List.of(id), audited("PEER_READ"));
    }

    @Test
    void what_is_left_out_has_its_default() {
        var peer = Samples.newPeer();
        List.of("specialty", "gender", "region", "employers").forEach(peer::remove);
        register(peer)
                .statusCode(201)
                .body("capacity", is(3))
                .body("monthlyCap", is(6))
                .body("availability", empty())
                .body("employers", empty())
                .body("specialty", nullValue())
                .body("gender", nullValue())
                .body("region", nullValue());
        var paused = Samples.newPeer();
        paused.put("status", "PAUSED");
        register(paused).statusCode(201).body("status", is("PAUSED")).body("pausedUntil", nullValue());
    }

    @Test
    void a_repeat_with_the_same_key_registers_nobody_twice() {
        var peer = Samples.newPeer();
        String first = register(peer, "once").statusCode(201).extract().path("id");

        register(peer, "once").statusCode(201).header("ETag", "\"0\"").body("id", is(first));

        assertEquals(List.of(first), audited("PEER_REGISTERED"));
    }

    private ValidatableResponse register(Object peer, String idempotencyKey) {
        return coordinator()
                .header("Idempotency-Key", idempotencyKey)
                .body(peer)
                .post("/v1/peers")
                .then();
    }

    @Test
    void nobody_is_on_the_roster_twice_until_the_first_has_retired() {
        var peer = Samples.newPeer();
        String id = register(peer).statusCode(201).extract().path("id");
        register(peer)
                .statusCode(409)
                .body("code", is("mobile_number_taken"))
                .body(not(containsString(peer.get("mobileNumber").toString().substring(3))));
        var other = Samples.newPeer();
        other.put("gmcNumber", peer.get("gmcNumber"));
        register(other).statusCode(409).body("code", is("gmc_number_taken"));

        coordinator()
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + id)
                .then()
                .statusCode(200)
                .body("status", is("RETIRED"));
        register(peer).statusCode(201);

        coordinator()
                .header("If-Match", "*")
                .body("{\"status\": \"ACTIVE\"}")
                .patch("/v1/peers/" + id)
                .then()
                .statusCode(409)
                .body("code", is("mobile_number_taken"));
    }

    @Test
    void the_list_comes_in_pages_in_order_of_registration_and_each_entry_shown_is_on_record() {
        List<String> ids = List.of(registered(), registered(), registered());
        String cursor = coordinator()
                .get("/v1/peers?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(0, 2)))
                .extract()
                .path("nextCursor");
        assertEquals(ids.subList(0, 2), audited("PEER_READ"));

        coordinator()
                .get("/v1/peers?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(2, 3)))
                .body("nextCursor", nullValue());
        assertEquals(ids, audited("PEER_READ"));
    }

    @Test
    void the_list_shows_one_status_when_asked() {
        String active = registered();
        String paused = registered();
        coordinator().body("{}").post("/v1/peers/" + paused + "/pause").then().statusCode(200);

        coordinator().get("/v1/peers?status=PAUSED").then().body("items.id", contains(paused));
        coordinator().get("/v1/peers?status=ACTIVE").then().body("items.id", contains(active));
        coordinator().get("/v1/peers?status=RETIRED").then().body("items", empty());
        bearer(key)
                .filter(Contract.answersHeld())
                .get("/v1/peers?status=gone")
                .then()
                .statusCode(400)
                .body("violations.field", contains("status"));
    }

    @Test
    void a_pause_and_its_end_are_said_at_once() {
        String id = registered();
        programme.timeIs(Instant.parse("2026-11-22T10:00:00Z"));
        coordinator()
                .body(Contract.example("peers/pausePeer-request"))
                .post("/v1/peers/" + id + "/pause")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", is("PAUSED"))
                .body("pausedUntil", is("2026-12-06T08:00:00Z"));
        coordinator()
                .body("{\"until\": null}")
                .post("/v1/peers/" + id + "/pause")
                .then()
                .statusCode(200)
                .body("pausedUntil", nullValue());
        for (int i = 0; i < 2; i++) {
            coordinator()
                    .post("/v1/peers/" + id + "/resume")
                    .then()
                    .statusCode(200)
                    .body("status", is("ACTIVE"))
                    .body("pausedUntil", nullValue());
        }
        assertEquals(List.of(id, id), audited("PEER_PAUSED"));
        assertEquals(List.of(id), audited("PEER_RESUMED"));
    }

    @Test
    void a_pause_ends_in_the_future() {
        String id = registered();
        programme.timeIs(Instant.parse("2026-12-06T08:00:00Z"));
        coordinator()
                .body(Contract.example("peers/pausePeer-request"))
                .post("/v1/peers/" + id + "/pause")
                .then()
                .statusCode(400)
                .body("violations.field", contains("until"));
    }

    @Test
    void a_retired_peer_is_neither_paused_nor_resumed() {
        var peer = Samples.newPeer();
        peer.put("status", "RETIRED");
        String id = register(peer).statusCode(201).extract().path("id");
        coordinator()
                .body("{}")
                .post("/v1/peers/" + id + "/pause")
                .then()
                .statusCode(409)
                .body("code", is("peer_retired"));
        coordinator().post("/v1/peers/" + id + "/resume").then().statusCode(409).body("code", is("peer_retired"));
    }

    @Test
    void nobody_else_is_found() {
        String nobody = "/v1/peers/" + new UUID(0x0199a0b17c007000L, 0x800000000000deadL);
        coordinator().get(nobody).then().statusCode(404);
        coordinator().header("If-Match", "*").body("{}").patch(nobody).then().statusCode(404);
        coordinator().body("{}").post(nobody + "/pause").then().statusCode(404);
        coordinator().post(nobody + "/resume").then().statusCode(404);
    }
}
