package org.peerline.access.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.testkit.ApiKeys.bearer;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Codes;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedIn;

@PeerlineTest
class SignInTest {
    @Inject
    Codes codes;

    @Inject
    Programme programme;

    @Inject
    SignedIn signedIn;

    @Inject
    Sessions sessions;

    @Inject
    TimeSource time;

    private final PhoneNumber mobile = Samples.mobile();

    @AfterEach
    void back_to_the_present() {
        time.moveTo(Instant.now());
    }

    private ValidatableResponse askForCode() {
        return given().filter(Contract.held())
                .contentType("application/json")
                .body(Map.of("mobileNumber", mobile.e164()))
                .post("/v1/sessions/code")
                .then();
    }

    private ValidatableResponse signIn(String code) {
        return given().filter(Contract.held())
                .contentType("application/json")
                .body(Map.of("mobileNumber", mobile.e164(), "code", code))
                .post("/v1/sessions")
                .then();
    }

    private String code() {
        askForCode().statusCode(202);
        return arrived().orElseThrow();
    }

    private Optional<String> arrived() {
        programme.settle();
        return codes.last(mobile);
    }

    private String joins() {
        return ApiKeys.as(Role.COORDINATOR)
                .body(Samples.newPeer(mobile))
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void leaves(String peer) {
        ApiKeys.as(Role.COORDINATOR)
                .header("If-Match", "*")
                .body("{\"status\": \"RETIRED\"}")
                .patch("/v1/peers/" + peer)
                .then()
                .statusCode(200);
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    /** Signing out opens to a session that counts, and to no other token. */
    private static int signOut(String token) {
        return bearer(token).delete("/v1/sessions/current").statusCode();
    }

    private void later(Duration duration) {
        time.moveTo(time.now().plus(duration));
    }

    @Test
    void a_peer_signs_in_with_the_code_and_signs_out() {
        String id = joins();
        String token = signIn(code())
                .statusCode(201)
                .body("peerId", is(id))
                .body("token", matchesPattern("ps_[A-Za-z0-9_-]{43}"))
                .extract()
                .path("token");
        assertEquals(204, signOut(token));
        assertEquals(401, signOut(token));
    }

    @Test
    void a_code_works_once() {
        joins();
        String code = code();
        signIn(code).statusCode(201);
        signIn(code).statusCode(401);
    }

    @Test
    void a_stranger_gets_the_same_answers_and_no_code() {
        String strange = askForCode().statusCode(202).extract().asString();
        assertTrue(arrived().isEmpty());
        String refused = signIn("123456").statusCode(401).extract().path("detail");
        joins();
        assertEquals(strange, askForCode().statusCode(202).extract().asString());
        String wrong = signIn(otherThan(arrived().orElseThrow()))
                .statusCode(401)
                .extract()
                .path("detail");
        assertEquals(refused, wrong);
    }

    @Test
    void the_fifth_wrong_guess_ends_a_code() {
        joins();
        String code = code();
        for (int guess = 0; guess < 5; guess++) {
            signIn(otherThan(code)).statusCode(401);
        }
        signIn(code).statusCode(401);
    }

    @Test
    void a_code_lapses_after_ten_minutes() {
        joins();
        String code = code();
        later(Duration.ofMinutes(10));
        signIn(code).statusCode(401);
    }

    @Test
    void a_fourth_code_within_a_quarter_of_an_hour_has_to_wait_for_stranger_and_peer_alike() {
        for (int i = 0; i < 3; i++) {
            askForCode().statusCode(202);
        }
        askForCode().statusCode(429).header("Retry-After", matchesPattern("[1-9][0-9]{0,2}"));
        later(Duration.ofMinutes(15).plusSeconds(1));
        askForCode().statusCode(202);
    }

    @Test
    void somebody_who_has_left_since_asking_is_not_signed_in() {
        String id = joins();
        String code = code();
        leaves(id);
        signIn(code).statusCode(401);
    }

    @Test
    void a_session_ends_when_idle_and_after_twelve_hours_at_the_latest() {
        String idle = signedIn.newPeer().token();
        String busy = signedIn.newPeer().token();
        for (int i = 0; i < 24; i++) {
            later(Duration.ofMinutes(29));
            assertEquals(403, bearer(busy).get("/v1/api-keys").statusCode());
        }
        assertEquals(401, signOut(idle));
        later(Duration.ofMinutes(29));
        assertEquals(401, signOut(busy));
    }

    @Test
    void all_sessions_of_a_peer_end_together() {
        var peer = signedIn.newPeer();
        var other = signedIn.newPeer();
        sessions.endAllOf(peer.id());
        assertEquals(401, signOut(peer.token()));
        assertEquals(204, signOut(other.token()));
    }

    @Test
    void a_landline_and_a_code_that_is_none_are_named() {
        given().contentType("application/json")
                .body(Map.of("mobileNumber", "020 7946 0018", "code", "12"))
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("code", "mobileNumber")));
    }
}
