package org.peerline.archive.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.Refusal;
import org.peerline.core.TimeSource;

/** Sweeps from time to time: the copy of the service that moves the one clock on does it, and the others find it moved. */
@ApplicationScoped
class RetentionClock implements DueWork {
    private static final Logger LOG = Logger.getLogger(RetentionClock.class);
    private static final Duration GOES_ON_AFTER = Duration.ofMinutes(15);

    private static final Duration SAID_EVERY = Duration.ofHours(1);
    private static final String DUE = " id = 1 and (next_at <= :now or next_at > :impossible)";

    private final SweepRetention sweep;
    private final Jdbi jdbi;
    private final TimeSource time;
    private final Duration every;
    private volatile Instant said = Instant.EPOCH;

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
        if (!isDue(now) || isRefused(now)) {
            return 0;
        }
        if (!QuarkusTransaction.requiringNew().call(() -> claim(now))) {
            return 0;
        }
        if (sweep.run(false).finishedAt() != null) {
            jdbi.useHandle(
                    handle -> handle.execute("update retention_clock set next_at = ? where id = 1", now.plus(every)));
        }
        return 1;
    }

    private boolean isDue(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from retention_clock where" + DUE)
                .bind("now", now)
                .bind("impossible", impossible(now))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    /** A clock that is years ahead would remove everybody at once. Said once an hour, and shown by a metric all the time. */
    private boolean isRefused(Instant now) {
        Optional<Refusal> refusal = sweep.refusal();
        if (refusal.isPresent() && Duration.between(said, now).abs().compareTo(SAID_EVERY) >= 0) {
            said = now;
            LOG.error(refusal.get().detail());
        }
        return refusal.isPresent();
    }

    /** Should this copy end under way, another goes on soon; two at once do each piece of work once. */
    private boolean claim(Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("update retention_clock set next_at = :next where" + DUE)
                        .bind("next", now.plus(every.compareTo(GOES_ON_AFTER) < 0 ? every : GOES_ON_AFTER))
                        .bind("now", now)
                        .bind("impossible", impossible(now))
                        .execute())
                == 1;
    }

    /** Nobody plans so far ahead, but a clock that was wrong; clocks of copies may differ as much as is tolerated. */
    private Instant impossible(Instant now) {
        return now.plus(every).plus(GOES_ON_AFTER).plus(MachineClock.TOLERATED);
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
