package org.peerline.core;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thin trigger behind everything that falls due by the clock. */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    /** So many works may be held up at once, each with a thread and a connection, before everything waits. */
    private static final int MOST_ROUNDS = 6;

    /** A piece of work is a transaction: one that takes longer is cut off, and done again later. */
    private static final Duration LAST_PIECE = Duration.ofSeconds(3);

    /** Texts under way come first: cut off, they are in doubt for good. */
    private static final int AFTER_THE_TEXTS = 3000;

    private final List<Turn> turns;
    private final Semaphore rounds = new Semaphore(MOST_ROUNDS);
    private final Closing closing;
    private final boolean enabled;
    private final Duration lastPiece;

    @Inject
    Clockwork(
            Instance<DueWork> works,
            Closing closing,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled) {
        this(works.stream().toList(), closing, enabled, LAST_PIECE);
    }

    Clockwork(List<DueWork> works, Closing closing, boolean enabled, Duration lastPiece) {
        this.turns =
                works.stream().map(work -> new Turn(work, new ReentrantLock())).toList();
        this.closing = closing;
        this.enabled = enabled;
        this.lastPiece = lastPiece;
    }

    /** One kind of work, which one thread does at a time. */
    private record Turn(DueWork work, ReentrantLock inHand) {}

    /**
     * Rounds overlap: one that is held up in some work, by the provider or by a long table, leaves the rest to the next
     * round, which passes that work by.
     */
    @Scheduled(every = "{peerline.clock.tick}", concurrentExecution = Scheduled.ConcurrentExecution.PROCEED)
    void tick() {
        if (enabled && rounds.tryAcquire()) {
            try {
                passBy();
            } finally {
                rounds.release();
            }
        }
    }

    private void passBy() {
        for (Turn turn : turns) {
            if (turn.inHand.tryLock()) {
                finish(turn);
            }
        }
    }

    /** Lets what is under way come to its end before the database goes; no round begins anything any more. */
    void stop(@Observes @Priority(AFTER_THE_TEXTS) ShutdownEvent event) throws InterruptedException {
        long until = System.nanoTime() + lastPiece.toNanos();
        for (Turn turn : turns) {
            if (turn.inHand.tryLock(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                turn.inHand.unlock();
            }
        }
    }

    /** One whole round, which waits for what another one has in hand. Returns how much it did. */
    public int runDue() {
        int done = 0;
        for (Turn turn : turns) {
            turn.inHand.lock();
            done += finish(turn);
        }
        return done;
    }

    /** A fault in one kind of work leaves the others alone. */
    private int finish(Turn turn) {
        try {
            return closing.hasBegun() ? 0 : turn.work.runDue();
        } catch (RuntimeException | Error fault) {
            if (closing.hasBegun()) {
                LOG.info("Due work was cut off by the stop; it is done later");
            } else {
                LOG.errorf(new BareFault(fault), "Due work failed; it is tried again with the next tick");
            }
            return 0;
        } finally {
            turn.inHand.unlock();
        }
    }

    /**
     * What lies ahead of a clock that is moved by hand; upkeep aside.
     *
     * @param behind whether something should have been done by now: it is in somebody's hands at this moment, or failed,
     *     and hides what the same work has to do later
     * @param next when the next piece of any other work falls due
     */
    public record Outlook(boolean behind, Optional<Instant> next) {}

    public Outlook outlook(Instant now) {
        List<Instant> due = turns.stream()
                .map(Turn::work)
                .filter(work -> !work.isUpkeep())
                .map(DueWork::nextDue)
                .flatMap(Optional::stream)
                .toList();
        return new Outlook(
                due.stream().anyMatch(moment -> !moment.isAfter(now)),
                due.stream().filter(moment -> moment.isAfter(now)).min(Instant::compareTo));
    }
}
