package bench.relay;

import bench.Database;
import bench.Service;
import java.io.IOException;
import java.time.Duration;

/** What has been used of the processors so far. Other work on the machine slows a run down, but hardly changes this. */
record Costs(Duration service, Duration database, Duration load) {
    static Costs now(Service service, Database database) throws IOException {
        return new Costs(
                service.cpuTime(),
                database.cpuTime(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    String eachUntil(Costs later, int texts) {
        return "service %d us, PostgreSQL %d us, load generator and provider %d us"
                .formatted(
                        each(service, later.service, texts),
                        each(database, later.database, texts),
                        each(load, later.load, texts));
    }

    private static long each(Duration from, Duration until, int texts) {
        return until.minus(from).toNanos() / 1000 / texts;
    }
}
