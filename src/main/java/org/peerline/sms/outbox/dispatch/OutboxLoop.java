package org.peerline.sms.outbox.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.ExpressLane;

/** Runs the dispatcher: at once when a replica owes a text, and now and then for what another one left behind. */
@ApplicationScoped
class OutboxLoop {
    private static final Logger LOG = Logger.getLogger(OutboxLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    /** Whoever stops the process waits half a minute, and what is not recorded by then is in doubt. */
    private static final int BEFORE_ANYBODY_ELSE_WAITS = 1000;

    private final OutboxDispatcher dispatcher;
    private final DispatchSignal signal;
    private final ExpressLane lane;
    private final OutboxListener listener;
    private final TimeSource time;
    private final boolean enabled;
    private final Duration poll;
    private volatile boolean stopping;
    private Instant lookedForDue = Instant.MIN;
    private Instant lookedForLostClaims = Instant.MIN;
    private Thread thread;

    /** @param poll what remains when a call of another replica is not heard */
    OutboxLoop(
            OutboxDispatcher dispatcher,
            DispatchSignal signal,
            ExpressLane lane,
            OutboxListener listener,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "peerline.clock.outbox-poll", defaultValue = "PT1S") Duration poll) {
        this.dispatcher = dispatcher;
        this.signal = signal;
        this.lane = lane;
        this.listener = listener;
        this.time = time;
        this.enabled = enabled;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = new Thread(this::run, "sms-outbox");
            thread.setDaemon(true);
            thread.start();
            lane.serve(dispatcher.counter());
            listener.start();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                signal.await(poll);
                lookForWhatIsLeftBehind();
                while (!stopping && dispatcher.keepGoing() > 0) {
                    // Until nothing more can be done at once.
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException | Error databaseAway) {
                // Were this thread to end, no text would leave any more, and nobody would hear of it.
                LOG.errorf(
                        "The out-tray cannot be worked on now (%s); trying again",
                        databaseAway.getClass().getSimpleName());
                pause();
                // Whatever it was woken for is still to be done.
                signal.wakeToLook();
            }
        }
    }

    /** Every second is often enough; a busy replica is woken hundreds of times in between. */
    private void lookForWhatIsLeftBehind() {
        Instant now = time.now();
        if (isOver(lookedForDue, poll, now)) {
            signal.wakeToLook();
            lookedForDue = now;
        }
        if (isOver(lookedForLostClaims, PAUSE, now)) {
            dispatcher.giveUpLostClaims();
            lookedForLostClaims = now;
        }
    }

    /** A clock that was put back counts as one that has run. */
    private static boolean isOver(Instant last, Duration period, Instant now) {
        return last.isAfter(now) || last.isBefore(now.minus(period));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    /** Lets what is under way finish and gives back the rest, so that nothing claimed is left in doubt. */
    void stop(@Observes @Priority(BEFORE_ANYBODY_ELSE_WAITS) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        lane.close();
        if (thread != null) {
            listener.stop();
            signal.wake();
            thread.join(LAST_ROUND.toMillis());
            dispatcher.finish(TO_FINISH);
        }
    }
}
