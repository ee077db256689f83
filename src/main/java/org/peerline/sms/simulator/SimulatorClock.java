package org.peerline.sms.simulator;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Clockwork;
import org.peerline.core.Clockwork.Outlook;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;

/**
 * Moves the service's time forward, stopping at everything that falls due on the way. How far it is ahead is kept in the
 * database, so that a restart does not turn time back.
 */
@ApplicationScoped
class SimulatorClock {
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final TimeSource time;
    private final Clockwork clockwork;
    private final OutboxDispatcher dispatcher;
    private final SmsGateway gateway;
    private final PhoneNews news;
    private final Jdbi jdbi;

    SimulatorClock(
            TimeSource time,
            Clockwork clockwork,
            OutboxDispatcher dispatcher,
            SmsGateway gateway,
            PhoneNews news,
            Jdbi jdbi) {
        this.time = time;
        this.clockwork = clockwork;
        this.dispatcher = dispatcher;
        this.gateway = gateway;
        this.news = news;
        this.jdbi = jdbi;
    }

    void restore(@Observes @Priority(1) StartupEvent start) {
        if (gateway.isSimulated()) {
            jdbi.withHandle(handle -> handle.select("select ahead_millis from simulator_clock where id = 1")
                            .mapTo(Long.class)
                            .findFirst())
                    .ifPresent(ahead -> time.moveTo(time.now().plusMillis(ahead)));
        }
    }

    /** Returns when everything that falls due until {@code target} has happened, the texts of it included. */
    @ActivateRequestContext
    void moveTo(Instant target) {
        new WayForward(new TheService()).to(target);
    }

    /** Lets everything happen that is due now. */
    void settle() {
        while (clockwork.runDue() + dispatcher.dispatchDue() > 0) {
            // What one piece of work owes may be due at once.
        }
    }

    /** What a moved clock passes. */
    private final class TheService implements WayForward.Scenery {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public Outlook outlook() {
            Instant now = time.now();
            Outlook works = clockwork.outlook(now);
            return new Outlook(
                    works.behind(),
                    Stream.of(works.next(), dispatcher.nextDue(now))
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo));
        }

        @Override
        public void settle() {
            SimulatorClock.this.settle();
        }

        @Override
        public void jump(Instant to) {
            if (to.isAfter(time.now())) {
                time.moveTo(to);
                Duration ahead = time.ahead();
                jdbi.useHandle(handle -> handle.execute(
                        "insert into simulator_clock (id, ahead_millis) values (1, ?)"
                                + " on conflict (id) do update set ahead_millis = excluded.ahead_millis",
                        ahead.toMillis()));
                news.tellTime();
            }
        }

        @Override
        public void waitAMoment() {
            try {
                Thread.sleep(A_MOMENT.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The service is stopping; the clock stands where it is.");
            }
        }
    }
}
