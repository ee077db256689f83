package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database as docker/postgres/roles.sql sets it up: the owner migrates, and the application only works with rows. */
class DatabaseRolesTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void database_with_its_roles() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        String script = Files.readString(Path.of("docker/postgres/roles.sql"));
        String[] parts = script.split("(?m)^\\\\connect peerline$");
        run("postgres", parts[0]);
        run("peerline", parts[1]);
        Flyway.configure()
                .dataSource(url("peerline"), "peerline_owner", "owner")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void gone() throws IOException {
        server.close();
    }

    /** What psql's own commands do is done here: lines of theirs are left out, and passwords put in. */
    private static void run(String database, String script) throws SQLException {
        String plain = script.replaceAll("(?m)^\\\\.*$", "")
                .replaceAll("(?m)^--.*$", "")
                .replace(":'owner_password'", "'owner'")
                .replace(":'app_password'", "'app'");
        try (Connection superuser = DriverManager.getConnection(url(database), "postgres", "postgres")) {
            for (String statement : Arrays.stream(plain.split(";"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList()) {
                superuser.createStatement().execute(statement);
            }
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private static void as(String role, String password, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("peerline"), role, password)) {
            connection.createStatement().execute(statement);
        }
    }

    private static final String ENTRY = "insert into audit_event (id, at, actor_kind, action, subject_kind, subject_id)"
            + " values (gen_random_uuid(), now(), 'SERVICE', 'TRIED', 'PEER', gen_random_uuid())";

    @Test
    void application_writes_and_reads_the_audit() throws SQLException {
        as("peerline_app", "app", ENTRY);
        as("peerline_app", "app", "select * from audit_event");
    }

    @Test
    void application_cannot_change_the_audit_in_any_way() throws SQLException {
        as("peerline_app", "app", ENTRY);
        for (String table : List.of("audit_event", "audit_block", "audit_sealed")) {
            for (String change : List.of(
                    "delete from " + table,
                    "truncate " + table,
                    "alter table " + table + " disable trigger all",
                    "drop table " + table,
                    "set session_replication_role = replica")) {
                var refused = assertThrows(SQLException.class, () -> as("peerline_app", "app", change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
        var refused = assertThrows(
                SQLException.class, () -> as("peerline_app", "app", "update audit_event set action = 'NOTHING'"));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void application_cannot_give_itself_the_right() {
        assertEquals(
                "42501",
                assertThrows(SQLException.class, () -> as("peerline_app", "app", "set role peerline_owner"))
                        .getSQLState());
        assertThrows(
                SQLException.class,
                () -> as(
                        "peerline_app",
                        "app",
                        "do $$ begin grant delete on audit_event to peerline_app; if has_table_privilege('peerline_app',"
                                + " 'audit_event', 'delete') then return; end if; raise exception 'not granted'; end $$"));
    }

    @Test
    void owner_meets_the_trigger() throws SQLException {
        as("peerline_app", "app", ENTRY);

        assertThrows(SQLException.class, () -> as("peerline_owner", "owner", "delete from audit_event"));
        for (String table : List.of("audit_event", "audit_block", "audit_sealed")) {
            var refused = assertThrows(
                    SQLException.class, () -> as("peerline_owner", "owner", "truncate " + table + " cascade"), table);
            assertEquals("42501", refused.getSQLState(), table);
        }
        assertThrows(
                SQLException.class, () -> as("peerline_owner", "owner", "update audit_event set action = 'NOTHING'"));
    }

    @Test
    void application_cannot_change_tables() {
        for (String change :
                List.of("create table mine (id int)", "drop table peer", "alter table peer add mine int")) {
            assertThrows(SQLException.class, () -> as("peerline_app", "app", change), change);
        }
    }
}
