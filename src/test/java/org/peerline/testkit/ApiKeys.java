package org.peerline.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.peerline.access.Role;

/** Keys of any role, made over HTTP with the first admin key. */
public final class ApiKeys {
    private ApiKeys() {}

    public static String with(Role... roles) {
        List<String> names = Arrays.stream(roles).map(Role::name).toList();
        return asAdmin()
                .body(Map.of("name", "Test of " + String.join(" and ", names), "roles", names))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** A JSON request with a key of these roles. */
    public static RequestSpecification as(Role... roles) {
        return bearer(with(roles));
    }

    public static RequestSpecification asAdmin() {
        return bearer(TestSettings.ADMIN_KEY);
    }

    public static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
