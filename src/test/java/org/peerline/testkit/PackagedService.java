package org.peerline.testkit;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.access.Role;
import org.peerline.privacy.MasterKeys;

/**
 * The service as it is delivered: {@code target/quarkus-app} in a process of its own, on a free port.
 *
 * <p>Only for tests that run after packaging ({@code *IT}). Nothing of the environment's configuration reaches it.
 */
public final class PackagedService implements AutoCloseable {
    /** The exit code of a process that ended because of SIGTERM. */
    public static final int STOPPED = 143;

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern ADDRESS = Pattern.compile("Peerline is running at (http://[^\\s\\\\]+)");

    private final Path dataDirectory;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;
    private String url;
    private boolean killed;

    private PackagedService(Path dataDirectory, Process process) {
        this.dataDirectory = dataDirectory;
        this.process = process;
        this.reader = new Thread(this::read, "output of the packaged service");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts and returns at once; see {@link #awaitReady} and {@link #awaitExit}. */
    public static PackagedService launch(Path dataDirectory, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEERLINE_"));
        builder.environment().put("PEERLINE_DATA_DIR", dataDirectory.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        try {
            return new PackagedService(dataDirectory, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it is told when it is to bring neither a database nor a keyset of its own. */
    public static Map<String, String> with(EmbeddedPostgres database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.getJdbcUrl("postgres", "postgres"),
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "postgres",
                "PEERLINE_ENCRYPTION_KEYSET",
                MasterKeys.generate());
    }

    /** Starts and waits until it answers. */
    public static PackagedService start(Path dataDirectory) {
        return launch(dataDirectory, Map.of()).awaitReady();
    }

    public PackagedService awaitReady() {
        url = awaitOutput(ADDRESS).group(1);
        if (get("/q/health/ready").statusCode() != 200) {
            throw new AssertionError("not ready:\n" + output);
        }
        return this;
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return url;
    }

    public String output() {
        return output.toString();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A JSON request with this key. */
    public RequestSpecification as(String key) {
        return RestAssured.given()
                .baseUri(url)
                .header("Authorization", "Bearer " + key)
                .contentType("application/json");
    }

    /** A JSON request with the admin key that the service has made for itself. */
    public RequestSpecification asAdmin() {
        try {
            return as(Files.readString(dataDirectory.resolve("admin-key")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new key of these roles. */
    public String newKey(Role... roles) {
        return asAdmin()
                .body(Map.of("name", "Tests", "roles", List.of(roles)))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** A connection of the test's own to the embedded database. */
    public Connection database() throws SQLException, IOException {
        String port = Files.readAllLines(dataDirectory.resolve("pg18/postmaster.pid"))
                .get(3)
                .trim();
        String password = Files.readString(dataDirectory.resolve("password")).trim();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
    }

    /** Ends the Java process as a power cut would; its database server stays behind. */
    public void kill9() {
        killed = true;
        process.destroyForcibly();
        awaitExit();
    }

    /** Stops as an operator would, with SIGTERM. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** The exit code, when it has ended and all its output is here. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + output);
            }
            reader.join(TimeUnit.SECONDS.toMillis(1)); // a server left behind can keep the pipe open
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves nothing running, whatever the test did. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        if (killed) { // else the service has seen to it, or the servers belong to another copy
            databaseServers().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The database server processes of this data directory. */
    public List<ProcessHandle> databaseServers() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(dataDirectory.resolve("bin")))
                        .isPresent())
                .toList();
    }

    private synchronized Matcher awaitOutput(Pattern wanted) {
        long start = System.nanoTime();
        Matcher found = wanted.matcher(output);
        while (!found.find()) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new AssertionError("waited in vain for '" + wanted + "':\n" + output);
            }
            try {
                wait(TimeUnit.SECONDS.toMillis(1));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            found = wanted.matcher(output);
        }
        return found;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (this) {
                    output.append(line).append('\n');
                    notifyAll();
                }
            }
        } catch (IOException e) {
            output.append("(output ended: ").append(e.getMessage()).append(")\n");
        }
    }
}
