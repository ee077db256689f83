package bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The PostgreSQL server that a run uses: one of its own with default durability, thrown away afterwards, or the one that
 * {@code BENCH_PG_HOST}, {@code BENCH_PG_PORT}, {@code BENCH_PG_USER} and {@code BENCH_PG_PASSWORD} name.
 */
public final class Database implements AutoCloseable {
    private static final String LOCAL = "127.0.0.1";

    private final EmbeddedPostgres own;
    private final String host;
    private final String port;
    private final String user;
    private final String password;

    private Database(EmbeddedPostgres own, String host, String port, String user, String password) {
        this.own = own;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    public static Database open() throws IOException {
        String elsewhere = System.getenv("BENCH_PG_HOST");
        if (elsewhere != null) {
            return new Database(
                    null,
                    elsewhere,
                    environment("BENCH_PG_PORT", "5432"),
                    environment("BENCH_PG_USER", "postgres"),
                    environment("BENCH_PG_PASSWORD", "postgres"));
        }
        // Beside the build, because /tmp may be memory, and memory is not durable.
        Path home = Files.createDirectories(Path.of("target/bench")).toRealPath();
        Path data = Files.createTempDirectory(home, "pg");
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setOverrideWorkingDirectory(Files.createDirectories(home.resolve("unpacked")).toFile())
                .setServerConfig("fsync", "on") // the library passes -F; what comes later wins
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "''")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        return new Database(server, LOCAL, Integer.toString(server.getPort()), "postgres", "postgres");
    }

    public Database create(String name) throws SQLException {
        execute("postgres", "drop database if exists " + name + " with (force)");
        execute("postgres", "create database " + name);
        return this;
    }

    public String url(String name) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public String host() {
        return host;
    }

    public String port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), user, password);
    }

    public void execute(String name, String... statements) throws SQLException {
        try (var connection = connect(name);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Several statements of one file of {@code bench/sql}. */
    public void executeFile(String name, String file) throws SQLException, IOException {
        execute(name, Files.readString(Path.of("bench/sql", file)));
    }

    public long number(String name, String query) throws SQLException {
        try (var connection = connect(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What was written is on disk and counted, so that the next round does not pay for this one. */
    public void settle(String name) throws SQLException {
        execute(name, "vacuum analyze");
        execute(name, "checkpoint");
    }

    public String version() throws SQLException {
        try (var connection = connect("postgres")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
