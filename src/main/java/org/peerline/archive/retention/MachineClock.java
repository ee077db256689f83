package org.peerline.archive.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/**
 * Whether this machine's clock can be trusted with what nobody can take back: it has to agree with the database's. How far
 * a simulated time is ahead of the machine is not asked.
 */
@ApplicationScoped
class MachineClock {
    static final Duration TOLERATED = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final TimeSource time;

    MachineClock(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    void register(@Observes StartupEvent start, MeterRegistry meters) {
        Gauge.builder("peerline.clock.apart.seconds", this, MachineClock::apartSeconds)
                .description("How far this machine's clock is from the database's")
                .register(meters);
    }

    boolean isTrusted() {
        return apart().compareTo(TOLERATED) <= 0;
    }

    Duration apart() {
        Instant database = jdbi.withHandle(handle ->
                handle.select("select clock_timestamp()").mapTo(Instant.class).one());
        return Duration.between(database, time.now().minus(time.ahead())).abs();
    }

    /** No number where the database is away. */
    private double apartSeconds() {
        try {
            return apart().toMillis() / 1000.0;
        } catch (RuntimeException databaseAway) {
            return Double.NaN;
        }
    }
}
