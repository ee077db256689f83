package org.peerline.peers.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedIn;

/** Merge patches of a peer's entry. */
@PeerlineTest
class PeerChangesTest {
    @Inject
    Programme programme;

    @Inject
    SignedIn signedIn;

    @Inject
    Jdbi jdbi;

    private String key;
    private PhoneNumber mobile;
    private String peer;

    @BeforeEach
    void begin() {
        programme.reset();
        key = ApiKeys.with(Role.COORDINATOR);
        mobile = Samples.mobile();
        peer = registered(Samples.newPeer(mobile));
    }

    private String registered(Map<String, Object> body) {
        return bearer(key)
                .body(body)
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse patch(Object changes) {
        return patch("\"0\"", changes);
    }

    private ValidatableResponse patch(String ifMatch, Object changes) {
        return bearer(key)
                .filter(Contract.held())
                .header("If-Match", ifMatch)
                .body(changes)
                .patch("/v1/peers/" + peer)
                .then();
    }

    /** As if that many requests were with the peer; assigning itself is told elsewhere. */
    private void withOpenAssignments(int open) {
        jdbi.useHandle(handle -> handle.execute("update peer set open_assignments = ? where id = ?::uuid", open, peer));
    }

    /** The old handset may be lost, or somebody else's. */
    @Test
    void whoever_signed_in_with_the_former_number_is_signed_out() {
        String token = signedIn.tokenOf(mobile);
        patch(Map.of("capacity", 4)).statusCode(200);
        bearer(token).get("/v1/me").then().statusCode(200);

        patch("\"1\"", Map.of("mobileNumber", Samples.mobile().e164())).statusCode(200);

        bearer(token).get("/v1/me").then().statusCode(401);
    }

    @Test
    void what_is_sent_changes_and_what_is_left_out_stays() {
        patch(Contract.example("peers/changePeer-request"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("region", nullValue())
                .body("employers", contains("Canal Street Surgery", "Irwell Valley NHS Foundation Trust"))
                .body("capacity", is(4))
                .body("monthlyCap", is(6))
                .body("specialty", is("General practice"))
                .body("displayName", is("Dr Robin A"))
                .body("mobileNumber", is(mobile.e164()));
    }

    @Test
    void null_clears_what_is_optional() {
        patch("{\"specialty\":null,\"gender\":null,\"region\":null,\"employers\":null,\"availability\":null}")
                .statusCode(200)
                .body("specialty", nullValue())
                .body("gender", nullValue())
                .body("employers", empty())
                .body("availability", empty());
        bearer(key)
                .filter(Contract.answersHeld())
                .header("If-Match", "\"1\"")
                .body("{\"displayName\":null,\"capacity\":null,\"status\":null}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(400)
                .body("violations.field", contains("displayName", "capacity", "status"));
    }

    @Test
    void a_patch_may_be_called_one() {
        bearer(key)
                .filter(Contract.held())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"jobRole\": \"Retired GP\"}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200)
                .body("jobRole", is("Retired GP"));
    }

    @Test
    void a_change_needs_the_tag_of_what_was_read() {
        bearer(key)
                .filter(Contract.answersHeld())
                .body("{\"capacity\": 2}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(428);
        patch("\"7\"", "{\"capacity\": 2}").statusCode(412);
        patch("\"0\"", "{\"capacity\": 2}").statusCode(200).header("ETag", "\"1\"");
        patch("\"0\"", "{\"capacity\": 5}").statusCode(412);
        patch("\"1\"", "{}").statusCode(200).header("ETag", "\"1\"").body("capacity", is(2));
    }

    @Test
    void a_new_number_is_nobody_elses() {
        var other = Samples.newPeer();
        registered(other);
        patch(Map.of("mobileNumber", other.get("mobileNumber")))
                .statusCode(409)
                .body("code", is("mobile_number_taken"));
        patch(Map.of("gmcNumber", other.get("gmcNumber"))).statusCode(409).body("code", is("gmc_number_taken"));
        var free = Samples.mobile();
        patch(Map.of("mobileNumber", free.e164(), "gmcNumber", "7654321"))
                .statusCode(200)
                .body("mobileNumber", is(free.e164()))
                .body("gmcNumber", is("7654321"));
        signedIn.tokenOf(free);
    }

    @Test
    void what_open_assignments_depend_on_stays() {
        withOpenAssignments(2);
        patch(Map.of("mobileNumber", Samples.mobile().e164())).statusCode(409).body("code", is("mobile_number_in_use"));
        patch("{\"capacity\": 1}").statusCode(409).body("code", is("capacity_below_open"));
        patch("{\"capacity\": 2}").statusCode(200).body("jobRole", is("GP")).body("status", is("ACTIVE"));
    }

    @Test
    void whoever_retires_is_signed_out_and_can_come_back() {
        String token = signedIn.tokenOf(mobile);
        bearer(token).get("/v1/me").then().statusCode(200);

        patch("{\"status\": \"RETIRED\"}").statusCode(200).body("status", is("RETIRED"));
        bearer(token).get("/v1/me").then().statusCode(401);

        patch("\"1\"", "{\"status\": \"ACTIVE\"}").statusCode(200).body("status", is("ACTIVE"));
        bearer(signedIn.tokenOf(mobile)).get("/v1/me").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAUSED", "ACTIVE", "RETIRED"})
    void a_status_set_again_changes_nothing(String status) {
        String tag = patch(Map.of("status", status)).statusCode(200).extract().header("ETag");
        patch(tag, Map.of("status", status)).statusCode(200).header("ETag", tag).body("status", is(status));
    }

    @Test
    void of_two_changes_at_the_same_moment_one_is_told_to_read_again() {
        List<Integer> statuses = IntStream.range(4, 8)
                .parallel()
                .mapToObj(capacity ->
                        patch(Map.of("capacity", capacity)).extract().statusCode())
                .toList();
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(
                3,
                statuses.stream()
                        .filter(status -> status == 409 || status == 412)
                        .count(),
                statuses.toString());
    }

    @Test
    void of_two_registrations_at_the_same_moment_one_is_refused() {
        var newcomer = Samples.newPeer();
        List<Integer> statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(copy -> bearer(key).body(newcomer).post("/v1/peers").statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(201, 409, 409, 409), statuses);
    }

    @Test
    void who_changed_what_is_on_record() {
        patch("{\"capacity\": 2, \"status\": \"PAUSED\"}").statusCode(200);
        List<String> actions = jdbi.withHandle(
                handle -> handle.select("select action from audit_event where subject_id = ?::uuid order by id", peer)
                        .mapTo(String.class)
                        .list());
        assertEquals(List.of("PEER_REGISTERED", "PEER_CHANGED", "PEER_PAUSED", "PEER_READ"), actions);
    }

    @Test
    void what_the_roster_keeps_of_a_person_is_not_in_the_database_in_clear() {
        String row = jdbi.withHandle(handle -> handle.select("select p::text from peer p where id = ?::uuid", peer)
                .mapTo(String.class)
                .one());
        for (String personal : List.of("Robin", "Ashworth", mobile.e164().substring(3), "Calder", "Moor")) {
            String hex = HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8));
            assertFalse(row.contains(personal) || row.contains(hex), personal);
        }
    }

    @Test
    void unknown_and_read_only_properties_are_refused() {
        bearer(key)
                .filter(Contract.answersHeld())
                .header("If-Match", "\"0\"")
                .body(
                        "{\"id\":\"x\",\"openAssignments\":0,\"pausedUntil\":null,\"membershipNumber\":\"1\",\"cleared\":[]}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        equalTo(List.of("id", "openAssignments", "pausedUntil", "membershipNumber", "cleared")));
    }
}
