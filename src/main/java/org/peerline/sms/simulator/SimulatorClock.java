package org.peerline.sms.simulator;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Clockwork;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;

/**
 * Moves the service's time forward, stopping at everything that falls due on the way. How far it is ahead is kept in the
 * database, so that a restart does not turn time back.
 */
@ApplicationScoped
class SimulatorClock {
    private final TimeSource time;
    private final Clockwork clockwork;
    private final OutboxDispatcher dispatcher;
    private final SmsGateway gateway;
    private final Jdbi jdbi;

    SimulatorClock(TimeSource time, Clockwork clockwork, OutboxDispatcher dispatcher, SmsGateway gateway, Jdbi jdbi) {
        this.time = time;
        this.clockwork = clockwork;
        this.dispatcher = dispatcher;
        this.gateway = gateway;
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
    synchronized void moveTo(Instant target) {
        settle();
        Optional<Instant> next = next(target);
        while (next.isPresent()) {
            jump(next.get());
            settle();
            next = next(target);
        }
        jump(target);
        settle();
    }

    private Optional<Instant> next(Instant target) {
        Instant now = time.now();
        return clockwork.nextDue().filter(due -> due.isAfter(now) && due.isBefore(target));
    }

    private void jump(Instant to) {
        if (to.isAfter(time.now())) {
            time.moveTo(to);
            Duration ahead = time.ahead();
            jdbi.useHandle(handle -> handle.execute(
                    "insert into simulator_clock (id, ahead_millis) values (1, ?)"
                            + " on conflict (id) do update set ahead_millis = excluded.ahead_millis",
                    ahead.toMillis()));
        }
    }

    /** Lets everything happen that is due now. */
    void settle() {
        while (clockwork.runDue() + dispatcher.dispatchDue() > 0) {
            // What one piece of work owes may be due at once.
        }
    }
}
