package org.peerline.sms.simulator;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;

/**
 * Moves of the clock, one at a time and beside the connection that asked for one: where much falls due on the way, a move
 * takes longer than a browser waits for an answer.
 */
@ApplicationScoped
class ClockMoves {
    private static final Logger LOG = Logger.getLogger(ClockMoves.class);

    /** Below the pause after which connections are cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatorClock clock;
    private final PhoneNews news;
    private final Duration patience;
    private final AtomicReference<Instant> movingTo = new AtomicReference<>();
    private final ExecutorService mover = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "clock of the simulator");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    ClockMoves(SimulatorClock clock, PhoneNews news) {
        this(clock, news, PATIENCE);
    }

    ClockMoves(SimulatorClock clock, PhoneNews news, Duration patience) {
        this.clock = clock;
        this.news = news;
        this.patience = patience;
    }

    /** What has become of a wish to move the clock. */
    enum Outcome {
        /** It is there. */
        ARRIVED,
        /** It is on its way, and goes on by itself. */
        UNDER_WAY,
        /** Nothing was done: it is on its way elsewhere. */
        BUSY
    }

    void stop(@Observes ShutdownEvent event) {
        mover.shutdownNow();
    }

    /** Where the clock is on its way to; empty while it stands. */
    Optional<Instant> movingTo() {
        return Optional.ofNullable(movingTo.get());
    }

    Outcome moveTo(Instant target) {
        if (!movingTo.compareAndSet(null, target)) {
            return Outcome.BUSY;
        }
        Future<?> move = mover.submit(() -> go(target));
        try {
            move.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Outcome.ARRIVED;
        } catch (TimeoutException muchToDo) {
            return Outcome.UNDER_WAY;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.UNDER_WAY;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("The clock could not be moved.", fault.getCause());
        }
    }

    private void go(Instant target) {
        try {
            clock.moveTo(target);
        } catch (RuntimeException fault) {
            LOG.errorf(new BareFault(fault), "The clock stopped on its way");
            throw fault;
        } finally {
            movingTo.set(null);
            news.tellTime();
        }
    }
}
