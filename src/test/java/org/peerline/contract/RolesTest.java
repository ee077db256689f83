package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedIn;

/** Every operation of the contract against every role. */
@PeerlineTest
class RolesTest {
    private static final String NOBODY = "0199a0b1-7c00-7000-8000-00000000dead";

    @Inject
    SignedIn signedIn;

    @Inject
    Programme programme;

    @Test
    void every_operation_opens_to_its_roles_and_to_nobody_else() {
        Map<Role, String> tokens = tokens();
        var wrong = new ArrayList<String>();
        List<Described> operations = Operations.committed().all();
        assertFalse(operations.isEmpty());
        for (Described operation : operations) {
            if (operation.roles().isEmpty()) {
                continue;
            }
            expect(operation, "no key", 401, send(operation, RestAssured.given()), wrong);
            tokens.forEach((role, token) -> {
                boolean listed = operation.roles().contains(role.name());
                if (!listed) {
                    expect(operation, role.name(), 403, send(operation, ApiKeys.bearer(token)), wrong);
                } else {
                    // What ends somebody's own session is asked with one that nobody else needs.
                    String asking = role == Role.PEER && operation.method().equals("DELETE")
                            ? signedIn.newPeer().token()
                            : token;
                    int status = send(operation, ApiKeys.bearer(asking)).statusCode();
                    if (status == 401 || status == 403) {
                        wrong.add(operation.id() + " with " + role + ": " + status);
                    }
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_operation_opens_to_a_credential_that_is_none_any_more() {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("unknown key", "pl_" + "x".repeat(43));
        credentials.put("expired key", expiredKey());
        credentials.put("revoked key", revokedKey());
        credentials.put("session that was closed", closedSession());
        credentials.put("session of somebody who has retired", sessionOfARetiredPeer());
        credentials.put("nonsense", "Okafor");
        credentials.put("token of no issuer", "a.b.c");
        var wrong = new ArrayList<String>();
        for (Described operation : Operations.committed().all()) {
            if (!operation.roles().isEmpty()) {
                credentials.forEach(
                        (what, token) -> expect(operation, what, 401, send(operation, ApiKeys.bearer(token)), wrong));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Everything else than these names its roles; what they ask for instead of a role is tested where they are. */
    @Test
    void public_operations_are_these_and_no_others() {
        assertEquals(
                List.of(
                                "openSession",
                                "readCalendar",
                                "readSimulatedClock",
                                "readSimulatedPhone",
                                "moveSimulatedClock",
                                "playDeliveryTrick",
                                "receiveTwilioCall",
                                "receiveTwilioMessage",
                                "receiveTwilioStatus",
                                "requestSignInCode",
                                "simulateCall",
                                "simulateText")
                        .stream()
                        .sorted()
                        .toList(),
                Operations.committed().all().stream()
                        .filter(operation -> operation.roles().isEmpty())
                        .map(Described::id)
                        .sorted()
                        .toList());
    }

    @Test
    void public_operations_open_nothing_to_somebody_without_what_they_ask_for() {
        var expected = new LinkedHashMap<String, Integer>();
        for (String simulator : List.of(
                "readSimulatedClock",
                "readSimulatedPhone",
                "moveSimulatedClock",
                "playDeliveryTrick",
                "simulateCall",
                "simulateText")) {
            expected.put(simulator, 404); // the gateway of these tests is Twilio
        }
        for (String webhook : List.of("receiveTwilioCall", "receiveTwilioMessage", "receiveTwilioStatus")) {
            expected.put(webhook, 403); // not signed
        }
        expected.put("readCalendar", 404); // no token of anybody's
        var wrong = new ArrayList<String>();
        for (Described operation : Operations.committed().all()) {
            Integer status = expected.get(operation.id());
            if (status != null) {
                var asking = ApiKeys.bearer(ApiKeys.with(Role.values()[0])).queryParam("token", "nobodys");
                expect(operation, "nothing", status, send(operation, asking), wrong);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private String expiredKey() {
        String key = ApiKeys.asAdmin()
                .body(Map.of(
                        "name",
                        "Soon over",
                        "roles",
                        List.of("COORDINATOR"),
                        "expiresAt",
                        programme.now().plusSeconds(60).toString()))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        assertEquals(200, ApiKeys.bearer(key).get("/v1/peers").statusCode());
        programme.timeIs(programme.now().plusSeconds(61));
        return key;
    }

    private static String revokedKey() {
        var made = ApiKeys.asAdmin()
                .body(Map.of("name", "Not for long", "roles", List.of("COORDINATOR")))
                .post("/v1/api-keys")
                .jsonPath();
        assertEquals(200, ApiKeys.bearer(made.getString("key")).get("/v1/peers").statusCode());
        ApiKeys.asAdmin().delete("/v1/api-keys/" + made.getString("id")).then().statusCode(204);
        return made.getString("key");
    }

    private String closedSession() {
        String token = signedIn.newPeer().token();
        assertEquals(200, ApiKeys.bearer(token).get("/v1/me").statusCode());
        ApiKeys.bearer(token).delete("/v1/sessions/current").then().statusCode(204);
        return token;
    }

    private String sessionOfARetiredPeer() {
        var peer = signedIn.newPeer();
        String etag = ApiKeys.as(Role.COORDINATOR).get("/v1/peers/" + peer.id()).header("ETag");
        ApiKeys.as(Role.COORDINATOR)
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"status\":\"RETIRED\"}")
                .patch("/v1/peers/" + peer.id())
                .then()
                .statusCode(200);
        return peer.token();
    }

    private Map<Role, String> tokens() {
        var tokens = new EnumMap<Role, String>(Role.class);
        for (Role role : Role.values()) {
            tokens.put(role, role == Role.PEER ? signedIn.newPeer().token() : ApiKeys.with(role));
        }
        return tokens;
    }

    private static Response send(Described operation, RequestSpecification request) {
        String path = operation.path().replaceAll("\\{[^}]+}", NOBODY);
        if (operation.operation().getRequestBody() != null) {
            String type = operation
                    .operation()
                    .getRequestBody()
                    .getContent()
                    .keySet()
                    .iterator()
                    .next();
            request.contentType(type).body("{}");
        }
        return request.request(operation.method(), path);
    }

    private static void expect(Described operation, String who, int status, Response answer, List<String> wrong) {
        boolean problem = answer.contentType().startsWith("application/problem+json");
        if (answer.statusCode() != status || !problem) {
            wrong.add(operation.id() + " with " + who + ": " + answer.statusCode() + " " + answer.contentType());
        }
    }
}
