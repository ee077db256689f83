package org.peerline.sms.outbox.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.gateway.RetryPlan;
import org.peerline.sms.outbox.tray.DispatchSignal;

/**
 * A clock that was hours ahead has planned texts for hours that are far away once it is right again. They are due now:
 * attempts further ahead than any plan goes, and texts that were due when they were owed, in what is still to come.
 */
@ApplicationScoped
class PlansOfAFastClock implements DueWork {
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Clocks of replicas may differ by so much without harm. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    private static final String DUE_NOW = """
            update message set due_at = :now, first_due_at = least(first_due_at, :now)
            where status = 'QUEUED' and due_at > :now
              and (attempts > 0 and due_at > :furthest or due_at <= created_at and created_at > :ahead)
            """;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final DispatchSignal signal;
    private volatile Instant looked = Instant.MIN;

    PlansOfAFastClock(Jdbi jdbi, TimeSource time, DispatchSignal signal) {
        this.jdbi = jdbi;
        this.time = time;
        this.signal = signal;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        if (looked.isBefore(now.minus(EVERY)) || looked.isAfter(now)) {
            looked = now;
            return QuarkusTransaction.requiringNew().call(() -> mend(now));
        }
        return 0;
    }

    private int mend(Instant now) {
        int mended = jdbi.withHandle(handle -> handle.createUpdate(DUE_NOW)
                .bind("now", now)
                .bind("furthest", now.plus(RetryPlan.STANDARD.longestWait()))
                .bind("ahead", now.plus(USUAL))
                .execute());
        if (mended > 0) {
            signal.afterCommit();
        }
        return mended;
    }

    /** Never planned: only a clock that is put right makes it necessary. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
