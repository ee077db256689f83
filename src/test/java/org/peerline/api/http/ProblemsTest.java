package org.peerline.api.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.testkit.ApiKeys.asAdmin;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.TestSettings;

@PeerlineTest
class ProblemsTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String kind) {
        String id = answer.extract().header("X-Request-Id");
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:peerline:problem:" + kind))
                .body("status", is(status))
                .body("instance", is(id));
    }

    @Test
    void what_nobody_serves_is_a_problem_too() {
        problem(given().get("/nothing/here").then(), 404, "not-found");
        problem(given().get("/v1/nothing").then(), 404, "not-found");
        problem(asAdmin().put("/v1/api-keys").then(), 405, "method-not-allowed");
        problem(asAdmin().accept("text/html").get("/v1/api-keys").then(), 406, "not-acceptable");
        problem(
                given().auth()
                        .oauth2(TestSettings.ADMIN_KEY)
                        .contentType("text/csv")
                        .body("a,b")
                        .post("/v1/api-keys")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_that_cannot_be_read_says_why_and_repeats_nothing() {
        problem(asAdmin().body("{\"name\": secret").post("/v1/api-keys").then(), 400, "invalid-input")
                .body("violations[0].message", startsWith("The body is not well-formed JSON"))
                .body(not(containsString("secret")));
        problem(asAdmin().post("/v1/api-keys").then(), 400, "invalid-input");
        problem(asAdmin().body("[]").post("/v1/api-keys").then(), 400, "invalid-input");
        problem(
                        asAdmin()
                                .body(new byte[] {'{', '"', (byte) 0xC3, '(', '"', '}'})
                                .post("/v1/api-keys")
                                .then(),
                        400,
                        "invalid-input")
                .body("violations[0].message", is("The body is not valid UTF-8."));
    }

    @Test
    void a_megabyte_is_too_large_with_and_without_a_declared_length() throws Exception {
        problem(asAdmin().body(MEGABYTE).post("/v1/api-keys").then(), 413, "too-large");
        var chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class) + "/v1/api-keys"))
                .header("Authorization", "Bearer " + TestSettings.ADMIN_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(MEGABYTE)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("content-type").orElse("none"));
    }

    @Test
    void a_credential_that_is_not_ours_is_refused_with_a_challenge() {
        for (String header : List.of("Bearer nonsense", "Basic YTpi", "Bearer pl_" + "x".repeat(43), "Bearer")) {
            problem(given().header("Authorization", header).get("/v1/api-keys").then(), 401, "unauthenticated")
                    .header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void the_request_id_is_ours_on_every_answer() {
        var answer = asAdmin()
                .header("X-Request-Id", "forged")
                .get("/v1/api-keys")
                .then()
                .statusCode(200);
        assertTrue(answer.extract().header("X-Request-Id").startsWith("urn:uuid:"));
        assertEquals("nosniff", answer.extract().header("X-Content-Type-Options"));
        assertEquals("no-store", answer.extract().header("Cache-Control"));
    }

    @Test
    void a_fault_of_ours_tells_nothing_but_its_id() {
        problem(given().get("/v1/test-faults").then(), 500, "fault").body(not(containsString("Okafor")));
        problem(given().get("/v1/test-faults/database").then(), 503, "unavailable")
                .header("Retry-After", "5");
        problem(given().get("/v1/test-faults/overtaken").then(), 409, "conflict")
                .body("code", equalTo("changed_meanwhile"));
    }

    @Test
    void the_contract_and_its_page_are_always_there() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
