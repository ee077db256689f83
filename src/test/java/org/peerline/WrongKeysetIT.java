package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerline.access.Role;
import org.peerline.privacy.MasterKeys;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TestSettings;

/** A start with keys that do not belong to the database is refused, and whatever was owed before is owed afterwards. */
class WrongKeysetIT {
    private static final String KEYSET = "PEERLINE_ENCRYPTION_KEYSET";

    @TempDir
    Path temporary;

    @Test
    void wrong_or_missing_keyset_stops_the_start_before_anything_is_done_with_it() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            Map<String, String> right = new HashMap<>(PackagedService.with(server));
            right.putAll(Map.of("PEERLINE_ADMIN_KEY", TestSettings.ADMIN_KEY, "PEERLINE_DEMO_ROSTER", "true"));
            owe(right);
            List<String> owed = texts(server);
            assertTrue(owed.size() == 1 && owed.get(0).startsWith("QUEUED"), owed.toString());

            refused(right, MasterKeys.generate(), "is not the keyset that this database was written with");
            refused(
                    right,
                    withIndexOfAnother(right.get(KEYSET)),
                    "The index half of PEERLINE_ENCRYPTION_KEYSET is not");
            refused(right, "", "PEERLINE_ENCRYPTION_KEYSET");

            assertEquals(owed, texts(server));
        }
    }

    /** A copy that sends nothing leaves a text behind. */
    private void owe(Map<String, String> right) {
        var silent = new HashMap<>(right);
        silent.put("PEERLINE_CLOCK_ENABLED", "false");
        try (var service =
                PackagedService.launch(temporary.resolve("data"), silent).awaitReady()) {
            String intake = service.as(TestSettings.ADMIN_KEY)
                    .body(Map.of("name", "Line", "roles", List.of(Role.INTAKE)))
                    .post("/v1/api-keys")
                    .path("key");
            service.as(intake)
                    .body(Samples.request("Sam Okafor", "07700 900123"))
                    .post("/v1/requests")
                    .then()
                    .statusCode(201);
            service.stop();
        }
    }

    private void refused(Map<String, String> right, String keyset, String sentence) {
        var settings = new HashMap<>(right);
        settings.put(KEYSET, keyset);
        try (var service = PackagedService.launch(temporary.resolve("data"), settings)) {
            assertEquals(1, service.awaitExit(), service.output());
            assertTrue(service.output().contains(sentence), service.output());
        }
    }

    private static String withIndexOfAnother(String keyset) throws IOException {
        var json = new ObjectMapper();
        var both = (ObjectNode) json.readTree(keyset);
        both.set("index", json.readTree(MasterKeys.generate()).get("index"));
        return both.toString();
    }

    private static List<String> texts(EmbeddedPostgres server) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select status || ' ' || attempts || ' ' || coalesce(error_code, '') from message order by id")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
