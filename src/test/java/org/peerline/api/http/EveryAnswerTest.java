package org.peerline.api.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.console.Assets;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.TestSettings;

/** What every answer has in common, whoever gives it: pages, doors, files, faults and refusals. */
@PeerlineTest
class EveryAnswerTest extends RestWorld {
    @Inject
    Assets assets;

    private static RequestSpecification asAdmin() {
        return given().redirects().follow(false).header("Authorization", "Bearer " + TestSettings.ADMIN_KEY);
    }

    private static void isSafe(Response answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("DENY", answer.header("X-Frame-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
        assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
        assertTrue(answer.header("Content-Security-Policy").contains("default-src 'none'"));
        assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertNotNull(answer.header("X-Request-Id"));
        assertNull(answer.header("Server"));
        assertNull(answer.header("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/api-keys, 200",
        "GET, /v1/requests, 403",
        "GET, /v1/nothing, 404",
        "PUT, /v1/api-keys, 405",
        "POST, /v1/api-keys, 415",
        "GET, /nothing, 404",
        "GET, /, 404",
        "GET, /console, 303",
        "GET, /console/sign-in, 200",
        "GET, /console/nothing, 404",
        "GET, /q/health, 200",
        "GET, /q/health/live, 200",
        "GET, /q/metrics, 200",
        "GET, /q/openapi, 200",
        "POST, /webhooks/twilio/messages, 415",
        "GET, /webhooks/twilio/messages, 405",
        "GET, /simulator, 404",
        "GET, /v1/me/calendar.ics, 404",
        "GET, /v1/me/calendar.ics?token=x, 404",
    })
    void every_answer_is_safe_and_stored_nowhere(String method, String path, int status) {
        Response answer = asAdmin().contentType("text/plain").request(method, path);

        assertEquals(status, answer.statusCode(), method + " " + path);
        isSafe(answer);
        assertEquals("no-store", answer.header("Cache-Control"), method + " " + path);
    }

    @Test
    void files_of_the_pages_may_be_kept_and_are_as_safe() {
        for (String file : List.of(assets.style(), assets.steps(), assets.htmx())) {
            Response answer = given().get(file);
            assertEquals(200, answer.statusCode(), file);
            isSafe(answer);
            assertTrue(answer.header("Cache-Control").contains("max-age"), file);
        }
        isSafe(given().get("/pages/nothing.js"));
    }

    @Test
    void page_with_somebodys_data_is_stored_nowhere() {
        Response answer = ConsoleSession.as(Role.COORDINATOR).page().get("/console/requests");

        assertEquals(200, answer.statusCode());
        isSafe(answer);
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/api-keys", "/v1/requests", "/console", "/q/metrics", "/", "/webhooks/twilio/status"})
    void methods_that_nobody_offers_are_refused_and_echo_nothing(String path) {
        for (String method : List.of("TRACE", "PROPFIND", "CONNECTED")) {
            Response answer = asAdmin().header("X-Secret", "Okafor").request(method, path);
            assertEquals(405, answer.statusCode(), method + " " + path);
            assertTrue(!answer.asString().contains("Okafor"), method + " " + path);
            isSafe(answer);
        }
    }

    @Test
    void head_says_no_more_than_get_would_and_asks_for_the_same_credential() {
        assertEquals(401, given().head("/v1/api-keys").statusCode());
        assertEquals(401, given().head("/v1/requests").statusCode());
        assertEquals(403, asAdmin().head("/v1/requests").statusCode());
        Response answer = asAdmin().head("/v1/api-keys");
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.asString());
        isSafe(answer);
    }

    @Test
    void options_open_no_door_and_let_no_other_site_in() {
        for (String path : List.of("/v1/requests", "/v1/api-keys", "/v1/sessions/code")) {
            Response answer = given().header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization")
                    .options(path);
            isSafe(answer);
            assertNull(answer.header("Access-Control-Allow-Methods"), path);
            assertNull(answer.header("Access-Control-Allow-Headers"), path);
        }
    }

    @Test
    void other_site_is_let_in_nowhere() {
        var wrong = new ArrayList<String>();
        for (String path : List.of("/v1/api-keys", "/console/sign-in", "/q/openapi", "/q/health", "/nothing")) {
            Response answer =
                    asAdmin().header("Origin", "https://elsewhere.example").get(path);
            if (answer.header("Access-Control-Allow-Origin") != null) {
                wrong.add(path);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void metrics_name_nobody_whom_an_address_named() {
        String coordinator = ApiKeys.with(Role.COORDINATOR);
        for (String address : List.of(
                "/v1/Adeyemi-07400900123",
                "/v1/requesters/Adeyemi/export?reason=COMPLAINT",
                "/v1/requesters/%F0%9F%92%A5Adeyemi/export/page",
                "/v1/peers/Adeyemi",
                "/v1/requests/Adeyemi?limit=x",
                "/v1/calls/Adeyemi",
                "/console/requests/Adeyemi",
                "/q/Adeyemi",
                "/pages/Adeyemi.js")) {
            for (String key : List.of(coordinator, "x")) {
                ApiKeys.bearer(key).urlEncodingEnabled(false).get(address);
                ApiKeys.bearer(key).urlEncodingEnabled(false).delete(address);
            }
        }

        String metrics = given().get("/q/metrics").asString();

        assertTrue(
                !metrics.contains("deyemi"),
                () -> metrics.lines()
                        .filter(line -> line.contains("deyemi"))
                        .findFirst()
                        .orElse(""));
        assertTrue(metrics.contains("uri=\"/v1/peers/{id}\""), "doors are counted by their own address");
    }
}
