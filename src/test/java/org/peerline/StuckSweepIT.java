package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.TestSettings;

/** The delivered service on a database of its own, whose sweep waits for a lock that somebody else does not give back. */
class StuckSweepIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whoever stops a container waits half a minute. */
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    @Test
    void sweep_that_is_stuck_holds_up_neither_what_else_is_due_nor_the_stop() throws Exception {
        try (var server = EmbeddedPostgres.start();
                Connection other = server.getPostgresDatabase().getConnection();
                Connection looks = server.getPostgresDatabase().getConnection()) {
            var settings = new HashMap<>(PackagedService.with(server));
            settings.putAll(
                    Map.of("PEERLINE_ADMIN_KEY", TestSettings.ADMIN_KEY, "PEERLINE_RETENTION_SWEEP_EVERY", "PT1S"));
            try (var service =
                    PackagedService.launch(temporary.resolve("data"), settings).awaitReady()) {
                // Not an exclusive access: that would have a number of its own, which the seal of the audit waits for.
                other.setAutoCommit(false);
                other.createStatement().execute("lock table retention_run in exclusive mode");
                await(looks, "select count(*) > 0 from pg_locks where not granted");

                service.as(TestSettings.ADMIN_KEY)
                        .body(Map.of("name", "Line", "roles", List.of("INTAKE")))
                        .post("/v1/api-keys")
                        .then()
                        .statusCode(201);
                await(looks, "select count(*) > 0 and count(*) = (select count(*) from audit_sealed) from audit_event");

                long begun = System.nanoTime();
                assertEquals(PackagedService.STOPPED, service.stop());
                var took = Duration.ofNanos(System.nanoTime() - begun);
                assertTrue(took.compareTo(IN_TIME) < 0, "it took " + took + "\n" + service.output());
            }
        }
    }

    private static void await(Connection connection, String question) throws SQLException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!is(connection, question)) {
            assertTrue(System.nanoTime() < limit, "in vain: " + question);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
