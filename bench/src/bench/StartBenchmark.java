package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long the service takes from the start of its process to the first answer that says ready, beside a PostgreSQL. */
public final class StartBenchmark implements Benchmark {
    private static final String DATABASE = "peerline";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 5);
        Path archive = Files.createDirectories(Path.of("target/bench")).resolve("peerline.jsa");
        Files.deleteIfExists(archive);
        try (var database = Database.open()) {
            database.create(DATABASE);
            report.say("PostgreSQL %s, java %s", database.version(), Service.javaOptions());
            Map<String, String> settings = Service.settings(database, DATABASE);
            settings.put("PEERLINE_SMS_GATEWAY", "simulator");
            // The run that writes down which classes were loaded also makes the tables.
            try (var first = Service.start(settings, "-XX:ArchiveClassesAtExit=" + archive)) {
                report.say("on an empty database, with every migration: %d ms", first.readyMillis());
            }
            var plain = new ArrayList<Double>();
            var archived = new ArrayList<Double>();
            var memory = new ArrayList<Double>();
            for (int n = 1; n <= rounds; n++) {
                try (var service = Service.start(settings)) {
                    plain.add((double) service.readyMillis());
                    memory.add((double) service.peakResidentMegabytes());
                }
                try (var service = Service.start(settings, "-XX:SharedArchiveFile=" + archive)) {
                    archived.add((double) service.readyMillis());
                }
                report.say("round %d: %.0f ms, with a class-data archive %.0f ms; load %s", n, last(plain),
                        last(archived), Machine.load());
            }
            report.say(
                    "MEDIANS: ready after %.0f ms (wanted 4000), with a class-data archive %.0f ms; %.0f MB resident",
                    Medians.of(plain), Medians.of(archived), Medians.of(memory));
        }
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
