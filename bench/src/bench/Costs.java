package bench;

import java.io.IOException;
import java.time.Duration;

/** What has been used of the processors so far. Other work on the machine slows a run down, but hardly changes this. */
public record Costs(Duration service, Duration database, Duration load) {
    public static Costs now(Service service, Database database) throws IOException {
        return new Costs(
                service.cpuTime(),
                database.cpuTime(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** What each of so many pieces of work has cost. */
    public String eachUntil(Costs later, int pieces) {
        return "service %d us, PostgreSQL %d us, load %d us"
                .formatted(
                        each(service, later.service, pieces),
                        each(database, later.database, pieces),
                        each(load, later.load, pieces));
    }

    private static long each(Duration from, Duration until, int pieces) {
        return until.minus(from).toNanos() / 1000 / pieces;
    }
}
