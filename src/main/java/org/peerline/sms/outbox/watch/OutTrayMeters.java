package org.peerline.sms.outbox.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageStatus;

/** What waits, what is in doubt and what is held back, read from the tables when somebody looks; counts only. */
@ApplicationScoped
class OutTrayMeters {
    /** One look serves all gauges of a scrape, and a scrape every second costs no more than this. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    // Each question has an index of its own, however long the queue is: the counts need no row of it, and the oldest of
    // each kind is the first of its index. A text that has been tried in vain counts from when it should have gone, not
    // to its next attempt.
    static final String LOOK = """
            select count(*) filter (where m.status = 'QUEUED') as owed,
                count(*) filter (where m.status = 'SENDING') as sending,
                count(*) filter (where m.status = 'UNKNOWN') as in_doubt,
                least(
                    (select min(m.due_at) from message m where m.status = 'QUEUED' and m.due_at <= :now),
                    (select min(m.first_due_at) from message m
                        where (m.status = 'QUEUED' and m.first_due_at is not null) is true),
                    (select min(coalesce(m.first_due_at, m.due_at)) from message m
                        where m.status = 'SENDING' and (m.status in ('QUEUED', 'SENDING', 'FAILED', 'UNKNOWN')) is true)
                ) as oldest,
                (select count(*) from sending_hold where scope <> 'PROVIDER') as senders_held,
                (select count(*) from sending_hold where scope = 'PROVIDER') as provider_held
            from message m where m.status in ('QUEUED', 'SENDING', 'UNKNOWN') and""" + MessageStatus.SHOWN;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final MeterRegistry meters;
    private Seen seen;

    OutTrayMeters(Jdbi jdbi, TimeSource time, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.time = time;
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        gauge("peerline.texts.owed", "Texts that wait to be sent", Seen::owed);
        gauge("peerline.texts.sending", "Texts with the gateway now", Seen::sending);
        gauge("peerline.texts.in.doubt", "Texts of which nobody knows whether they went out", Seen::inDoubt);
        gauge(
                "peerline.texts.oldest.owed.seconds",
                "Age of the text that should have gone longest ago",
                Seen::oldestSeconds);
        gauge("peerline.senders.held", "Numbers of ours from which nothing can be sent", Seen::sendersHeld);
        gauge("peerline.provider.held", "1 while the provider does not answer", Seen::providerHeld);
    }

    private void gauge(String name, String description, ToDoubleFunction<Seen> value) {
        Gauge.builder(name, () -> look().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(meters);
    }

    /** Empty when the database is away: no number is better than an old one. */
    private synchronized Optional<Seen> look() {
        Instant now = time.now();
        try {
            if (seen == null || seen.at.isAfter(now) || seen.at.plus(FRESH).isBefore(now)) {
                seen = jdbi.withHandle(handle -> handle.createQuery(LOOK)
                        .bind("now", now)
                        .map((row, context) -> new Seen(
                                now,
                                row.getLong("owed"),
                                row.getLong("sending"),
                                row.getLong("in_doubt"),
                                Optional.ofNullable(row.getTimestamp("oldest"))
                                        .map(Timestamp::toInstant)
                                        .map(oldest -> Math.max(
                                                0, Duration.between(oldest, now).toMillis() / 1000.0))
                                        .orElse(0.0),
                                row.getLong("senders_held"),
                                row.getLong("provider_held")))
                        .one());
            }
            return Optional.of(seen);
        } catch (RuntimeException databaseAway) {
            seen = null;
            return Optional.empty();
        }
    }

    private record Seen(
            Instant at,
            long owed,
            long sending,
            long inDoubt,
            double oldestSeconds,
            long sendersHeld,
            long providerHeld) {}
}
