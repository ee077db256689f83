package org.peerline;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.Samples;

/** The delivered service, and kill -9 in the middle of a sweep: what was done is done and told, the rest is done later. */
class SweepSurvivesDeathIT extends DataDirectoryWorld {
    /** Only when asked for: the time between is moved by hand. */
    private static final Map<String, String> ENVIRONMENT = Map.of("PEERLINE_RETENTION_SWEEP_EVERY", "PT80000H");

    private PackagedService start() {
        return PackagedService.launch(data, ENVIRONMENT).awaitReady();
    }

    @Test
    void next_sweep_goes_on_where_the_death_left_it_and_both_receipts_are_true() throws Exception {
        Map<String, Integer> expected;
        try (var first = start()) {
            closedRequests(first);
            given().baseUri(first.url())
                    .contentType("application/json")
                    .body(Map.of("advance", "PT960H"))
                    .post("/simulator/clock")
                    .then()
                    .statusCode(200);
            expected = sweep(first, true).getMap("counts");
            assertTrue(expected.get("words_of_texts") > 0 && expected.get("addresses_and_birth_dates_reduced") > 0);

            Connection other = first.database();
            // The sweep comes to this table after the texts and before the addresses.
            other.setAutoCommit(false);
            other.createStatement().execute("lock table reduced_record in access exclusive mode");
            var doomed = new Thread(() -> {
                try {
                    sweep(first, false);
                } catch (Exception | AssertionError died) {
                    // It does.
                }
            });
            doomed.start();
            awaitWaiting(first);
            first.kill9();
            doomed.join();
            other.close();

            try (var again = start()) {
                List<Map<String, Object>> runs =
                        again.asAdmin().get("/v1/retention-runs").jsonPath().getList("items");
                assertNull(runs.get(0).get("finishedAt"), runs.toString());
                Map<String, Integer> before = counts(runs.get(0));
                assertTrue(before.get("words_of_texts") > 0, before.toString());
                assertFalse(before.containsKey("addresses_and_birth_dates_reduced"), before.toString());

                Map<String, Integer> after = sweep(again, false).getMap("counts");

                var together = new TreeMap<>(before);
                after.forEach((name, rows) -> together.merge(name, rows, Integer::sum));
                assertEquals(new TreeMap<>(expected), together);
                assertEquals(Map.of(), sweep(again, false).getMap("counts"), "and nothing is left to do");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> counts(Map<String, Object> run) {
        return (Map<String, Integer>) run.get("counts");
    }

    private static JsonPath sweep(PackagedService service, boolean dryRun) {
        return service.asAdmin()
                .body(Map.of("dryRun", dryRun))
                .post("/v1/retention-runs")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void closedRequests(PackagedService service) {
        String key = service.newKey(Role.INTAKE, Role.COORDINATOR);
        for (int n = 0; n < 5; n++) {
            var said = Samples.request("Sam Okafor", "+4474007001%02d".formatted(n));
            said.put("avoid", Map.of("names", List.of("Peter Jones")));
            String id = service.as(key)
                    .body(said)
                    .post("/v1/requests")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            service.as(key)
                    .body(Map.of("outcome", "COMPLETED"))
                    .post("/v1/requests/" + id + "/close")
                    .then()
                    .statusCode(200);
        }
    }

    private static void awaitWaiting(PackagedService service) throws Exception {
        try (Connection connection = service.database()) {
            for (int i = 0; i < 300; i++) {
                var waiting =
                        connection.createStatement().executeQuery("select count(*) from pg_locks where not granted");
                waiting.next();
                if (waiting.getInt(1) > 0) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new AssertionError("the sweep did not come as far as that");
    }
}
