package org.peerline.peers.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedIn;

/** What a signed-in peer sees and changes of their own entry. */
@PeerlineTest
class MeTest {
    @Inject
    Programme programme;

    @Inject
    SignedIn signedIn;

    @Inject
    Jdbi jdbi;

    private SignedIn.Peer me;

    @BeforeEach
    void begin() {
        programme.reset();
        programme.timeIs(Instant.parse("2026-11-22T10:00:00Z"));
        me = signedIn.newPeer();
    }

    private ValidatableResponse patch(String changes) {
        // The validator takes no null where the contract refers to an object, though it is said to be nullable.
        return bearer(me.token())
                .filter(changes.contains("\"pause\": null") ? Contract.answersHeld() : Contract.held())
                .header("If-Match", "*")
                .body(changes)
                .patch("/v1/me")
                .then();
    }

    @Test
    void a_peer_reads_their_own_entry_and_nobody_elses() {
        SignedIn.Peer other = signedIn.newPeer();
        bearer(me.token())
                .filter(Contract.held())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("id", is(me.id().toString()))
                .body("mobileNumber", is(me.mobile().e164()));
        bearer(me.token()).get("/v1/peers/" + other.id()).then().statusCode(403);
        bearer(me.token()).get("/v1/peers").then().statusCode(403);
    }

    @Test
    void what_lies_below_the_entry_is_found_too() {
        bearer(me.token()).get("/v1/me/assignments").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_peer_decides_on_hours_capacity_and_pause() {
        patch(Contract.example("peers/changeMe-request"))
                .statusCode(200)
                .body("availability", hasSize(1))
                .body("availability[0].day", is("SUNDAY"))
                .body("capacity", is(2))
                .body("status", is("PAUSED"))
                .body("pausedUntil", is("2026-12-06T08:00:00Z"))
                .body("monthlyCap", is(6))
                .body("employers", contains("Calder Moor Teaching Hospitals"));

        patch("{\"pause\": null}")
                .statusCode(200)
                .body("status", is("ACTIVE"))
                .body("pausedUntil", nullValue())
                .body("capacity", is(2));
        patch("{\"pause\": {}, \"availability\": null}")
                .statusCode(200)
                .body("status", is("PAUSED"))
                .body("pausedUntil", nullValue())
                .body("availability", hasSize(0));
    }

    @Test
    void what_a_coordinator_decides_is_not_for_the_peer() {
        bearer(me.token())
                .filter(Contract.answersHeld())
                .header("If-Match", "*")
                .body("{\"region\":\"Wales\",\"status\":\"RETIRED\",\"mobileNumber\":\"07400 311111\",\"capacity\":0,"
                        + "\"availability\":[{\"day\":\"MONDAY\",\"from\":\"25:00\",\"to\":\"17:00\"}]}")
                .patch("/v1/me")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        equalTo(List.of("region", "status", "mobileNumber", "availability[0].from", "capacity")));
    }

    @Test
    void a_pause_ends_in_the_future() {
        patch("{\"pause\": {\"until\": \"2026-11-22T09:59:00Z\"}, \"capacity\": 1}")
                .statusCode(400)
                .body("violations.field", contains("pause.until"));
        bearer(me.token()).get("/v1/me").then().body("status", is("ACTIVE")).body("capacity", is(3));
    }

    @Test
    void a_change_needs_the_tag_of_what_was_read() {
        bearer(me.token())
                .filter(Contract.answersHeld())
                .body("{\"capacity\": 1}")
                .patch("/v1/me")
                .then()
                .statusCode(428);
        bearer(me.token())
                .filter(Contract.held())
                .header("If-Match", "\"5\"")
                .body("{\"capacity\": 1}")
                .patch("/v1/me")
                .then()
                .statusCode(412);
    }

    @Test
    void hours_days_away_zone_capacity_and_cap_are_the_peers_own() {
        patch(
                        "{\"timeZone\": \"Europe/Lisbon\", \"monthlyCap\": 2, \"away\":"
                                + " [{\"from\": \"2027-02-01\", \"to\": \"2027-02-07\"}, {\"from\": \"2026-12-24\", \"to\": \"2026-12-24\"}]}")
                .statusCode(200)
                .body("timeZone", is("Europe/Lisbon"))
                .body("monthlyCap", is(2))
                .body("away.from", contains("2026-12-24", "2027-02-01"))
                .body("away.to", contains("2026-12-24", "2027-02-07"));
        patch("{\"away\": [{\"from\": \"2027-02-06\", \"to\": \"2027-02-07\"}]}")
                .statusCode(200)
                .body("timeZone", is("Europe/Lisbon"))
                .body("away.from", contains("2027-02-06"));
        programme.timeIs(Instant.parse("2027-02-07T23:30:00Z"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + me.id()).then().body("away", hasSize(1));
        programme.timeIs(Instant.parse("2027-02-08T00:30:00Z"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + me.id()).then().body("away", hasSize(0));
    }

    @Test
    void capacity_is_not_set_below_what_is_open() {
        jdbi.useHandle(handle -> handle.execute("update peer set open_assignments = 2 where id = ?", me.id()));
        patch("{\"capacity\": 1, \"pause\": {}}").statusCode(409).body("code", is("capacity_below_open"));
        bearer(me.token()).get("/v1/me").then().body("status", is("ACTIVE")).body("openAssignments", is(2));
    }
}
