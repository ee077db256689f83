package org.peerline.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.peerline.core.StartupRefused;

/** A PostgreSQL server of our own, as careful with its data as an installed one: nothing is traded for speed. */
final class EmbeddedDatabase {
    private static final String MAJOR = "18";

    private final DataDirectory home;
    private final DatabaseProcesses processes;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(
            DataDirectory home, DatabaseProcesses processes, EmbeddedPostgres server, String password) {
        this.home = home;
        this.processes = processes;
        this.server = server;
        this.password = password;
    }

    /** Whether the database in this directory has been set up completely, so that it may hold somebody's data. */
    static boolean isSetUp(DataDirectory home) {
        return Files.exists(ready(home));
    }

    static EmbeddedDatabase start(DataDirectory home) {
        Path data = home.resolve("pg" + MAJOR);
        try {
            // The library makes the inner directory writable for all, hence one around it that is not.
            Path binaries = Files.createDirectories(home.directory("bin").resolve("unpacked"));
            var processes = new DatabaseProcesses(binaries);
            refuseAnotherMajorVersion(home);
            processes.endPreviousRun(data, isSetUp(home));
            dropHalfUnpacked(binaries);
            if (!isSetUp(home)) {
                DataDirectory.deleteTree(data); // a first start was interrupted: nothing of the user's is in there yet
                home.keepSecret("password", newPassword());
            }
            String password = Files.readString(home.resolve("password")).trim();
            EmbeddedPostgres server = server(home, data, binaries, password);
            if (!isSetUp(home)) {
                Files.createFile(ready(home));
            }
            return new EmbeddedDatabase(home, processes, server, password);
        } catch (IOException | IllegalStateException e) {
            throw new StartupRefused(
                    "The embedded database in " + home.path() + " did not start (" + lastLine(e)
                            + "): run as an ordinary user, or use a PostgreSQL of your own with QUARKUS_DATASOURCE_JDBC_URL.",
                    e);
        }
    }

    private static EmbeddedPostgres server(DataDirectory home, Path data, Path binaries, String password)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("fsync", "on") // the library passes -F; what comes later wins
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("unix_socket_directories", "''")
                .setLocaleConfig("auth", "scram-sha-256") // these go on to initdb
                .setLocaleConfig("pwfile", home.resolve("password").toString())
                .setLocaleConfig("locale-provider", "builtin") // no dependence on the system's collations
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false) // else it would stop beside the application, not after it
                .start();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    String password() {
        return password;
    }

    /** Stops the server. Returns when it is really gone, so that the directory can have its next owner. */
    void stop() throws IOException {
        server.close();
        processes.awaitEnd();
        home.close();
    }

    private static void refuseAnotherMajorVersion(DataDirectory home) throws IOException {
        if (isSetUp(home)) {
            return;
        }
        try (var others = Files.newDirectoryStream(home.path(), "pg[0-9][0-9].ready")) {
            for (Path other : others) {
                throw new StartupRefused("The data directory " + home.path() + " holds a database of PostgreSQL "
                        + other.getFileName().toString().substring(2, 4) + ", but this version of Peerline brings "
                        + MAJOR + ": start the version that wrote it and move the data, or name another directory.");
            }
        }
    }

    private static void dropHalfUnpacked(Path binaries) throws IOException {
        try (var unpacked = Files.newDirectoryStream(binaries, "PG-*")) {
            for (Path copy : unpacked) {
                if (!Files.exists(copy.resolve(".exists"))) { // the library's own mark of a finished copy
                    DataDirectory.deleteTree(copy);
                }
            }
        }
    }

    private static Path ready(DataDirectory home) {
        return home.resolve("pg" + MAJOR + ".ready");
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String lastLine(Exception e) {
        String[] lines = String.valueOf(e.getMessage()).strip().split("\\R");
        return lines[lines.length - 1].strip();
    }
}
