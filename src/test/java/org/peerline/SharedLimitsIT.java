package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.TestSettings;

/** Two copies of the delivered service on one PostgreSQL: an allowance is one, and a credential is one. */
class SharedLimitsIT {
    private static final Map<String, String> NOBODY = Map.of("name", "Nobody Known", "dateOfBirth", "1990-01-01");

    @TempDir
    static Path temporary;

    private static final List<PackagedService> COPIES = new ArrayList<>();
    private static EmbeddedPostgres database;

    @BeforeAll
    static void two_copies() throws IOException {
        database = EmbeddedPostgres.start();
        var settings = new HashMap<>(PackagedService.with(database));
        settings.putAll(Map.of("PEERLINE_ADMIN_KEY", TestSettings.ADMIN_KEY, "PEERLINE_LIMIT_RECOGNISE", "10"));
        COPIES.add(PackagedService.launch(temporary.resolve("one"), settings).awaitReady());
        // The other one knows an identity provider, which is away.
        settings.putAll(Map.of(
                "PEERLINE_OIDC_ISSUER", "http://localhost:1",
                "PEERLINE_OIDC_AUDIENCE", "peerline",
                "PEERLINE_OIDC_ROLES", "coordinators=COORDINATOR"));
        COPIES.add(PackagedService.launch(temporary.resolve("other"), settings).awaitReady());
    }

    @AfterAll
    static void stop() throws IOException {
        COPIES.forEach(PackagedService::close);
        database.close();
    }

    private static Response ask(int copy, String key) {
        return RestAssured.given()
                .baseUri(COPIES.get(copy).url())
                .auth()
                .oauth2(key)
                .contentType("application/json")
                .body(NOBODY)
                .post("/v1/requesters/recognise");
    }

    private static Response key(int copy) {
        return RestAssured.given()
                .baseUri(COPIES.get(copy).url())
                .auth()
                .oauth2(TestSettings.ADMIN_KEY)
                .contentType("application/json")
                .body(Map.of("name", "Line", "roles", List.of("INTAKE")))
                .post("/v1/api-keys");
    }

    @Test
    void allowance_that_both_use_at_once_is_one_allowance() throws Exception {
        String key = key(0).path("key");
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Response>> questions = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int copy = i % 2;
                questions.add(() -> ask(copy, key));
            }
            int answered = 0;
            for (var answer : threads.invokeAll(questions)) {
                Response got = answer.get();
                if (got.statusCode() == 200) {
                    answered++;
                } else {
                    assertEquals(429, got.statusCode());
                    assertTrue(Integer.parseInt(got.header("Retry-After")) <= 60);
                }
            }
            // One comes back each minute.
            assertTrue(answered == 10 || answered == 11, "answered " + answered);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void key_that_is_revoked_at_one_copy_opens_nothing_at_the_other() {
        Response made = key(0);
        assertEquals(200, ask(1, made.path("key")).statusCode());

        RestAssured.given()
                .baseUri(COPIES.get(0).url())
                .auth()
                .oauth2(TestSettings.ADMIN_KEY)
                .delete("/v1/api-keys/" + made.path("id"))
                .then()
                .statusCode(204);

        assertEquals(401, ask(1, made.path("key")).statusCode());
    }

    @Test
    void identity_provider_is_optional_and_one_that_is_away_stops_nobody_but_its_own() {
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

        assertEquals(401, ask(0, token).statusCode(), "none is configured");
        Response away = ask(1, token);
        assertEquals(503, away.statusCode());
        assertEquals("5", away.header("Retry-After"));
        assertEquals(200, ask(1, key(1).path("key")).statusCode());
    }
}
