package org.peerline.sms.outbox.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.DispatchSignal;

/** Runs the dispatcher: at once when this replica owes a text, and every second for what others left behind. */
@ApplicationScoped
class OutboxLoop {
    private static final Logger LOG = Logger.getLogger(OutboxLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final OutboxDispatcher dispatcher;
    private final DispatchSignal signal;
    private final TimeSource time;
    private final boolean enabled;
    private volatile boolean stopping;
    private Instant lostClaimsLookedFor = Instant.MIN;
    private Thread thread;

    OutboxLoop(
            OutboxDispatcher dispatcher,
            DispatchSignal signal,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled) {
        this.dispatcher = dispatcher;
        this.signal = signal;
        this.time = time;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = new Thread(this::run, "sms-outbox");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                signal.await(POLL);
                giveUpLostClaims();
                while (!stopping && dispatcher.keepGoing() > 0) {
                    // Until nothing more can be done at once.
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException databaseAway) {
                LOG.errorf(
                        "The out-tray cannot be worked on now (%s); trying again",
                        databaseAway.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** Every poll is often enough; a busy replica is woken hundreds of times in between. */
    private void giveUpLostClaims() {
        Instant now = time.now();
        if (lostClaimsLookedFor.isAfter(now) || lostClaimsLookedFor.isBefore(now.minus(POLL))) {
            dispatcher.giveUpLostClaims();
            lostClaimsLookedFor = now;
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    /** Lets what is under way finish and gives back the rest, so that nothing claimed is left in doubt. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            signal.afterCommit();
            thread.join(POLL.multipliedBy(5).toMillis());
            dispatcher.finish(TO_FINISH);
        }
    }
}
