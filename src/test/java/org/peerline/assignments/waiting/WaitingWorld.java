package org.peerline.assignments.waiting;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.RestWorld;

/** For tests of who waits: what a coordinator, or a call handler, sees of a request, and its end. */
abstract class WaitingWorld extends RestWorld {
    @Inject
    Jdbi jdbi;

    static ValidatableResponse read(String request, Role role) {
        return ApiKeys.as(role).get("/v1/requests/" + request).then().statusCode(200);
    }

    static void close(String request) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + request + "/close")
                .then()
                .statusCode(200);
    }
}
