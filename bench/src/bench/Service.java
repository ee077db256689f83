package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in a process of its own, as an operator would run it beside a PostgreSQL. */
public final class Service implements AutoCloseable {
    /** What docs/operations.md recommends; {@code BENCH_JAVA_OPTS} replaces it. */
    private static final String JAVA_OPTIONS = "-Xmx320m -XX:+UseSerialGC";

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final Pattern ADDRESS = Pattern.compile("Peerline is running at (http://\\S+)");

    private final Process process;
    private final StringBuilder output = new StringBuilder();
    private final long began = System.nanoTime();
    private String url;
    private long readyMillis;

    private Service(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output of the service");
        reader.setDaemon(true);
        reader.start();
    }

    /** Settings of the service, by environment variable; the database's are put in here. */
    public static Map<String, String> settings(Database database, String name) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.url(name));
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        settings.put("QUARKUS_HTTP_PORT", "0");
        settings.put("PEERLINE_ENCRYPTION_KEYSET", print("keyset"));
        settings.put("PEERLINE_ADMIN_KEY", print("admin-key"));
        // One credential brings what many bring in life.
        settings.put("PEERLINE_LIMIT_INTAKE_PER_KEY", "0");
        return settings;
    }

    /** Starts, and returns when it is ready to serve. */
    public static Service start(Map<String, String> settings, String... moreJavaOptions) throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(javaOptions().strip().split("\\s+")));
        command.addAll(List.of(moreJavaOptions));
        command.addAll(List.of("-jar", JAR));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEERLINE_"));
        builder.environment().putAll(settings);
        var service = new Service(builder.start());
        service.awaitReady();
        return service;
    }

    public static String javaOptions() {
        return System.getenv().getOrDefault("BENCH_JAVA_OPTS", JAVA_OPTIONS);
    }

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    /** From the start of the process to the first answer that says ready. */
    public long readyMillis() {
        return readyMillis;
    }

    public long pid() {
        return process.pid();
    }

    /** The most memory that the process has had resident, in megabytes. */
    public long peakResidentMegabytes() throws IOException {
        String peak = Machine.value("/proc/" + process.pid() + "/status", "VmHWM");
        return Long.parseLong(peak.split("\\s+")[0]) / 1024;
    }

    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public synchronized String output() {
        return output.toString();
    }

    /** Stops as an operator would, with SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
    }

    private void awaitReady() {
        url = awaitAddress();
        try {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            readyMillis = (System.nanoTime() - began) / 1_000_000;
            if (status != 200) {
                throw new Unmeasurable("the service is not ready:\n" + output());
            }
        } catch (IOException | InterruptedException gone) {
            throw new Unmeasurable("the service did not answer:\n" + output());
        }
    }

    private synchronized String awaitAddress() {
        Matcher found = ADDRESS.matcher(output);
        while (!found.find()) {
            if (!process.isAlive() || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(120)) {
                close();
                throw new Unmeasurable("the service did not start:\n" + output);
            }
            try {
                wait(100);
            } catch (InterruptedException stopped) {
                throw new Unmeasurable("stopped");
            }
            found = ADDRESS.matcher(output);
        }
        return found.group(1);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (this) {
                    output.append(line).append('\n');
                    notifyAll();
                }
            }
        } catch (IOException ended) {
            // The process is gone; whoever waits for it says so.
        }
    }

    /** What one of the service's small commands prints. */
    private static String print(String command) {
        try {
            Path out = Files.createTempFile("bench", command);
            Process printing = new ProcessBuilder(java(), "-jar", JAR, command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (printing.waitFor() != 0) {
                throw new Unmeasurable("the command " + command + " of the service failed");
            }
            String printed = Files.readString(out).strip();
            Files.delete(out);
            return printed;
        } catch (IOException | InterruptedException fault) {
            throw new Unmeasurable("the command " + command + " of the service could not be run");
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
