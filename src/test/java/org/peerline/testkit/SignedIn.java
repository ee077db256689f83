package org.peerline.testkit;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;

/** Peers who have signed in over HTTP with the code from their phone. */
@ApplicationScoped
public class SignedIn {
    private final Programme programme;
    private final Codes codes;

    SignedIn(Programme programme, Codes codes) {
        this.programme = programme;
        this.codes = codes;
    }

    /** A signed-in peer. */
    public record Peer(UUID id, PhoneNumber mobile, String token) {}

    /** Somebody new on the roster, signed in. */
    public Peer newPeer() {
        PhoneNumber mobile = Samples.mobile();
        String id = ApiKeys.as(Role.COORDINATOR)
                .body(Samples.newPeer(mobile))
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Peer(UUID.fromString(id), mobile, tokenOf(mobile));
    }

    /** Somebody on the roster, signed in now. */
    public Peer with(UUID id, PhoneNumber mobile) {
        return new Peer(id, mobile, tokenOf(mobile));
    }

    /** Signs in whoever has this number on the roster. */
    public String tokenOf(PhoneNumber mobile) {
        given().contentType("application/json")
                .body(Map.of("mobileNumber", mobile.e164()))
                .post("/v1/sessions/code")
                .then()
                .statusCode(202);
        programme.settle();
        return given().contentType("application/json")
                .body(Map.of(
                        "mobileNumber",
                        mobile.e164(),
                        "code",
                        codes.last(mobile).orElseThrow()))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
