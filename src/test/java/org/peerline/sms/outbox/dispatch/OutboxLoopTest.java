package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.ExpressLane;
import org.peerline.testkit.PeerlineTest;

/** The one thread that takes texts out of the out-tray, with a round that goes wrong. */
@PeerlineTest
class OutboxLoopTest {
    private static final Duration LOOKS_BY_ITSELF = Duration.ofHours(1);

    @Inject
    DispatchSignal signal;

    @Inject
    ExpressLane lane;

    @Inject
    TimeSource time;

    private OutboxLoop loop;

    @AfterEach
    void stops() throws InterruptedException {
        loop.stop(new ShutdownEvent());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void what_it_was_woken_for_is_done_when_the_fault_is_over(Class<? extends Throwable> fault) throws Exception {
        var rounds = new Rounds();
        loop = new OutboxLoop(rounds, signal, lane, new NobodyCalls(), time, true, LOOKS_BY_ITSELF);
        signal.wakeToLook();
        loop.start(new StartupEvent());
        assertTrue(rounds.begun.tryAcquire(2, 30, TimeUnit.SECONDS), "for being woken, and for what was left behind");

        rounds.fault = fault.getDeclaredConstructor().newInstance();
        signal.wakeToLook();

        assertTrue(rounds.begun.tryAcquire(2, 30, TimeUnit.SECONDS), "it waits until it would have looked by itself");
    }

    private static final class Rounds extends OutboxDispatcher {
        private final Semaphore begun = new Semaphore(0);
        private volatile Throwable fault;

        Rounds() {
            super(null, null, null, null, null, null, null, null);
        }

        @Override
        int keepGoing() {
            Throwable now = fault;
            fault = null;
            begun.release();
            if (now instanceof RuntimeException exception) {
                throw exception;
            } else if (now != null) {
                throw (Error) now;
            }
            return 0;
        }

        @Override
        public int giveUpLostClaims() {
            return 0;
        }

        @Override
        void finish(Duration atMost) {
            // Nothing is under way.
        }
    }

    private static final class NobodyCalls extends OutboxListener {
        NobodyCalls() {
            super(null, null);
        }

        @Override
        synchronized void start() {
            // Nobody else is there.
        }

        @Override
        synchronized void stop() {
            // It has not begun.
        }
    }
}
