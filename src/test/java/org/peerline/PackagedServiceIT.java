package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerline.privacy.MasterKeys;
import org.peerline.testkit.PackagedService;

/** What a newcomer and an operator are promised about starting, stopping and breaking the delivered service. */
class PackagedServiceIT extends DataDirectoryWorld {
    private static final Pattern NEW_KEY = Pattern.compile("pl_[A-Za-z0-9_-]{43}  \\(shown this once\\)");

    @Test
    void data_survives_the_sudden_death_of_the_process_and_no_copy_joins_in() throws Exception {
        try (var first = PackagedService.start(data)) {
            assertTrue(NEW_KEY.matcher(first.output()).find(), first.output());
            assertTrue(first.output().contains("NO REAL TEXTS ARE SENT"), first.output());
            onlyTheOwnerReadsSecrets();
            assertEquals(
                    Files.readString(Path.of("openapi", "openapi.yaml")),
                    first.get("/q/openapi?format=yaml").body(),
                    "whoever asks at once does not have to wait for it to be written");
            keep(first, "before the end");

            try (var second = PackagedService.launch(data, Map.of())) {
                assertEquals(1, second.awaitExit());
                saysOneSentence(second, "Another copy of Peerline is already using the data directory " + data);
            }
            assertEquals(200, first.get("/q/health/ready").statusCode());

            try (var unfinished = first.database();
                    var statement = unfinished.createStatement()) {
                unfinished.setAutoCommit(false);
                statement.execute("insert into it.kept values ('never committed')");
                first.kill9();
                assertFalse(first.databaseServers().isEmpty(), "the kill should have left a server behind");

                try (var again = PackagedService.start(data)) {
                    assertEquals(List.of("before the end"), kept(again));
                    assertFalse(NEW_KEY.matcher(again.output()).find(), "the first key is shown once");
                    assertTrue(again.output().contains(data.resolve("admin-key").toString()), again.output());
                    again.stop();
                    assertEquals(List.of(), again.databaseServers());
                }
            }
        }
    }

    @Test
    void a_lost_keyset_stops_the_start_instead_of_being_replaced() throws Exception {
        try (var first = PackagedService.start(data)) {
            first.stop();
        }
        Files.delete(data.resolve("keyset.json"));

        try (var again = PackagedService.launch(data, Map.of())) {
            assertEquals(1, again.awaitExit());
            saysOneSentence(again, "keyset.json is missing");
        }
        assertFalse(Files.exists(data.resolve("keyset.json")));
    }

    @Test
    void a_taken_port_is_said_in_one_sentence_and_leaves_no_server_behind() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                var service = PackagedService.launch(
                        data, Map.of("QUARKUS_HTTP_PORT", String.valueOf(taken.getLocalPort())))) {
            assertEquals(1, service.awaitExit());
            saysOneSentence(service, "Port " + taken.getLocalPort() + " is in use already");
            assertEquals(List.of(), service.databaseServers());
        }
    }

    @Test
    void a_data_directory_that_cannot_be_made_is_said_in_one_sentence() throws Exception {
        Path file = Files.createFile(temporary.resolve("a-file"));
        try (var service = PackagedService.launch(file.resolve("data"), Map.of())) {
            assertEquals(1, service.awaitExit());
            saysOneSentence(service, "cannot be created or written");
        }
    }

    @Test
    void with_an_external_database_nothing_embedded_starts() throws Exception {
        try (var database = EmbeddedPostgres.start();
                var service = PackagedService.launch(data, PackagedService.with(database))) {
            service.awaitReady();
            assertFalse(Files.exists(data));
            assertFalse(service.output().contains("user="), "what the address carries is not printed");
            service.stop();
        }
    }

    @Test
    void the_broken_address_of_a_database_is_said_in_one_sentence() throws Exception {
        try (var service = PackagedService.launch(
                data,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:1/nowhere",
                        "PEERLINE_ENCRYPTION_KEYSET",
                        MasterKeys.generate()))) {
            assertEquals(1, service.awaitExit());
            saysOneSentence(service, "Connection to 127.0.0.1:1 refused");
        }
    }

    @Test
    void an_operator_gets_a_keyset_and_an_unknown_command_is_refused() {
        try (var keyset = PackagedService.launch(data, Map.of(), "keyset");
                var unknown = PackagedService.launch(data, Map.of(), "keysett")) {
            assertEquals(0, keyset.awaitExit());
            MasterKeys.parse(keyset.output());
            assertNotEquals(0, unknown.awaitExit());
            assertTrue(unknown.output().startsWith("There is no command 'keysett'."), unknown.output());
            assertFalse(Files.exists(data));
        }
    }

    private void onlyTheOwnerReadsSecrets() throws IOException {
        for (String directory : List.of(".", "bin", "pg18")) {
            assertEquals("rwx------", mode(directory), directory);
        }
        for (String file : List.of("password", "keyset.json", "admin-key", "owner.lock")) {
            assertEquals("rw-------", mode(file), file);
        }
        assertEquals("18", Files.readString(data.resolve("pg18/PG_VERSION")).trim());
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
    }

    private static void saysOneSentence(PackagedService service, String words) {
        assertTrue(service.output().contains(words), service.output());
        assertEquals(1, service.output().lines().count(), service.output());
    }

    private static void keep(PackagedService service, String text) throws SQLException, IOException {
        try (var connection = service.database();
                var statement = connection.createStatement()) {
            statement.execute("create schema it");
            statement.execute("create table it.kept (text text)");
            statement.execute("insert into it.kept values ('" + text + "')");
        }
    }

    private static List<String> kept(PackagedService service) throws SQLException, IOException {
        try (var connection = service.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(text, ',') from it.kept")) {
            rows.next();
            return List.of(rows.getString(1).split(","));
        }
    }
}
