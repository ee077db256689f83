package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TableScans;

/**
 * A text costs the same on an empty database and after years of use: its way in and out never reads a large table from
 * end to end. The tables are filled by the script that the benchmark fills millions of rows with.
 */
@PeerlineTest
class HotPathReadsByIndexTest extends Journey {
    /** Not the audit, which a text never reads; a page that somebody has left open may read it meanwhile. */
    private static final List<String> LARGE = List.of(
            "assignment",
            "inbound_text",
            "message",
            "peer",
            "person_key",
            "relay_place",
            "requester",
            "support_request");

    private final SignedWebhook webhook = new SignedWebhook();

    @Inject
    TableScans scans;

    @Inject
    Jdbi jdbi;

    @Test
    void relaying_reads_no_large_table_from_end_to_end() throws Exception {
        programme.settle(); // what is done once after a start
        String script = Files.readString(Path.of("bench/sql/history.sql"))
                .replace("{requests}", "4000")
                .replace("{each}", "4")
                .replace("{peers}", "2000")
                .replace("{wrapping}", "null");
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
        Map<String, Long> before = scans.of(LARGE);

        for (int n = 0; n < 20; n++) {
            assertEquals(200, webhook.text(sam().number(), relay, "text " + n).statusCode());
            assertEquals(
                    200, webhook.text(amara().number(), relay, "answer " + n).statusCode());
            programme.settle();
            webhook.status(amara().receives("text " + n), "delivered", Optional.empty());
            PostedMessage answer = sam().receives("answer " + n);
            webhook.status(answer, "delivered", Optional.empty());
        }

        assertEquals(before, scans.of(LARGE));
        long texts = jdbi.withHandle(handle -> handle.select("select count(*) from message where status = 'SENT'")
                .mapTo(Long.class)
                .one());
        assertTrue(texts >= 16_000, "the tables were filled");
    }
}
