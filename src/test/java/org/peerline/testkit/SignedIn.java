package org.peerline.testkit;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.peerline.core.PhoneNumber;

/** Peers who have signed in over HTTP with the code from their phone. */
@ApplicationScoped
public class SignedIn {
    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    private final SignInStandIn people;

    SignedIn(SignInStandIn people) {
        this.people = people;
    }

    /** A signed-in peer. */
    public record Peer(UUID id, PhoneNumber mobile, String token) {}

    public static PhoneNumber newNumber() {
        return new PhoneNumber("+447400" + NEXT.incrementAndGet());
    }

    public Peer newPeer() {
        PhoneNumber mobile = newNumber();
        return with(people.admit(mobile), mobile);
    }

    /** Somebody on the roster, signed in now. */
    public Peer with(UUID id, PhoneNumber mobile) {
        people.admit(mobile, id);
        given().contentType("application/json")
                .body(Map.of("mobileNumber", mobile.e164()))
                .post("/v1/sessions/code")
                .then()
                .statusCode(202);
        String token = given().contentType("application/json")
                .body(Map.of(
                        "mobileNumber",
                        mobile.e164(),
                        "code",
                        people.lastCode(mobile).orElseThrow()))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return new Peer(id, mobile, token);
    }
}
