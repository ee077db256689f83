package org.peerline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.contract.Operations.Described;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedIn;

/** Every operation of the contract against every role. */
@PeerlineTest
class RolesTest {
    private static final String NOBODY = "0199a0b1-7c00-7000-8000-00000000dead";

    @Inject
    SignedIn signedIn;

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
                } else if (!operation.method().equals("DELETE")) {
                    // A deletion would take away the very session or key that asks.
                    int status = send(operation, ApiKeys.bearer(token)).statusCode();
                    if (status == 401 || status == 403) {
                        wrong.add(operation.id() + " with " + role + ": " + status);
                    }
                }
            });
        }
        assertEquals(List.of(), wrong);
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
