package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/**
 * A text costs the same on an empty database and after years of use: its way in and out never reads a large table from
 * end to end. The tables are filled by the script that the benchmark fills millions of rows with.
 */
@PeerlineTest
class HotPathReadsByIndexTest extends Journey {
    private static final List<String> LARGE = List.of(
            "assignment",
            "audit_event",
            "inbound_text",
            "message",
            "peer",
            "person_key",
            "relay_place",
            "requester",
            "support_request");
    private static final int CONNECTIONS = 20;

    private final SignedWebhook webhook = new SignedWebhook();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Jdbi jdbi;

    @Test
    void relaying_reads_no_large_table_from_end_to_end() throws Exception {
        String script = Files.readString(Path.of("bench/sql/history.sql"))
                .replace("{requests}", "4000")
                .replace("{each}", "4")
                .replace("{peers}", "2000");
        jdbi.useHandle(handle -> {
            try (var statement = handle.getConnection().createStatement()) {
                statement.execute(script);
            }
        });
        programme.peer(Samples.amara());
        String relay = opens(Samples.sam()).getString("assignment.relayNumber");
        sam().receives("This is the number to text");
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hello Sam");
        sam().receives("Hello Sam");
        Map<String, Long> before = scans();

        for (int n = 0; n < 20; n++) {
            assertEquals(200, webhook.text(sam().number(), relay, "text " + n).statusCode());
            assertEquals(
                    200, webhook.text(amara().number(), relay, "answer " + n).statusCode());
            programme.settle();
            webhook.status(amara().receives("text " + n), "delivered", Optional.empty());
            PostedMessage answer = sam().receives("answer " + n);
            webhook.status(answer, "delivered", Optional.empty());
        }

        assertEquals(before, scans());
        long texts = jdbi.withHandle(handle -> handle.select("select count(*) from message where status = 'SENT'")
                .mapTo(Long.class)
                .one());
        assertTrue(texts >= 16_000, "the tables were filled");
    }

    /** How often each large table has been read from end to end, by anybody, up to now. */
    private Map<String, Long> scans() throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            // Each server process keeps what it counted to itself for a while, unless it is asked.
            for (int n = 0; n < CONNECTIONS; n++) {
                connections.add(dataSource.getConnection());
                try (var statement = connections.get(n).createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                    statement.execute("select 1");
                }
            }
            var scans = new TreeMap<String, Long>();
            try (var statement = connections.get(0).createStatement();
                    var rows = statement.executeQuery(
                            "select relname, seq_scan from pg_stat_user_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    if (LARGE.contains(rows.getString(1))) {
                        scans.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return scans;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
