package org.peerline.archive.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/** Sweeps from time to time: the copy of the service that moves the one clock on does it, and the others find it moved. */
@ApplicationScoped
class RetentionClock implements DueWork {
    private static final Duration GOES_ON_AFTER = Duration.ofMinutes(15);

    private final SweepRetention sweep;
    private final Jdbi jdbi;
    private final TimeSource time;
    private final Duration every;

    RetentionClock(
            SweepRetention sweep,
            Jdbi jdbi,
            TimeSource time,
            @ConfigProperty(name = "peerline.retention.sweep-every", defaultValue = "PT6H") Duration every) {
        this.sweep = sweep;
        this.jdbi = jdbi;
        this.time = time;
        this.every = every;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        if (!QuarkusTransaction.requiringNew().call(() -> claim(now))) {
            return 0;
        }
        if (sweep.run(false).finishedAt() != null) {
            jdbi.useHandle(
                    handle -> handle.execute("update retention_clock set next_at = ? where id = 1", now.plus(every)));
        }
        return 1;
    }

    /** Should this copy end under way, another goes on soon; two at once do each piece of work once. */
    private boolean claim(Instant now) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update retention_clock set next_at = ? where id = 1 and next_at <= ?",
                        now.plus(every.compareTo(GOES_ON_AFTER) < 0 ? every : GOES_ON_AFTER),
                        now))
                == 1;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select next_at from retention_clock where id = 1")
                .mapTo(Instant.class)
                .findFirst());
    }

    @Override
    public boolean isUpkeep() {
        return true;
    }
}
