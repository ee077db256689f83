package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The service's own command that fills a database with made-up people and their past. */
public final class DemoData {
    private DemoData() {}

    public static void make(Map<String, String> settings, int peers, int requests, int waiting) {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "demo-data",
                        "--peers",
                        String.valueOf(peers),
                        "--requests",
                        String.valueOf(requests),
                        "--waiting",
                        String.valueOf(waiting)))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEERLINE_"));
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Unmeasurable("demo-data failed: " + said);
            }
        } catch (IOException | InterruptedException fault) {
            throw new Unmeasurable("demo-data could not be run");
        }
    }
}
