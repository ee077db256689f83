package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run took place: a number without its machine means nothing. */
public final class Machine {
    private Machine() {}

    static void describe(Report report) throws IOException {
        report.say(
                "machine: %d cores (%s), %s of memory, Linux %s, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                value("/proc/cpuinfo", "model name"),
                value("/proc/meminfo", "MemTotal"),
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"));
        report.say("load before: %s", load());
    }

    /** The load averages; other work on the machine shows here. */
    public static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    static String value(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }
}
