package org.peerline.sms.outbox.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.peerline.sms.outbox.DispatchSignal;

/** Runs the dispatcher: at once when this replica owes a text, and every second for what others left behind. */
@ApplicationScoped
class OutboxLoop {
    private static final Logger LOG = Logger.getLogger(OutboxLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final OutboxDispatcher dispatcher;
    private final DispatchSignal signal;
    private final boolean enabled;
    private volatile boolean stopping;
    private Thread thread;

    OutboxLoop(
            OutboxDispatcher dispatcher,
            DispatchSignal signal,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled) {
        this.dispatcher = dispatcher;
        this.signal = signal;
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
                dispatcher.giveUpLostClaims();
                while (!stopping && dispatcher.dispatchDue() > 0) {
                    // Until the out-tray is empty.
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

    private void pause() {
        try {
            signal.await(POLL);
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    /** Lets the round under way finish, so that nothing claimed is left in doubt. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(Duration.ofSeconds(20).toMillis());
        }
    }
}
