package org.peerline.relay.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.DueWork;
import org.peerline.core.StartupRefused;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Shows a coordinator the open requests in which nothing has happened for long: nobody else would ever close them, and
 * what is held about people is kept for as long as their request is open. Once for each silence.
 */
@ApplicationScoped
class SilentRequestClock implements DueWork {
    private static final int MOST_AT_ONCE = 200;

    private final SilentRequestRows rows;
    private final Tasks tasks;
    private final TimeSource time;
    private final Duration silence;

    SilentRequestClock(
            SilentRequestRows rows,
            Tasks tasks,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.silent-request", defaultValue = "P84D") Duration silence) {
        this.rows = rows;
        this.tasks = tasks;
        this.time = time;
        this.silence = silence;
    }

    void refuseNoneAtStart(@Observes StartupEvent start) {
        if (silence.isNegative() || silence.isZero()) {
            throw new StartupRefused("PEERLINE_CLOCK_SILENT_REQUEST must be longer than PT0S.");
        }
    }

    @Override
    public int runDue() {
        return QuarkusTransaction.requiringNew().call(this::settle)
                + QuarkusTransaction.requiringNew().call(this::look);
    }

    private int settle() {
        List<UUID> over = rows.over(MOST_AT_ONCE);
        over.forEach(request -> tasks.settle(TaskKind.SILENT_REQUEST, Subject.of(Subject.Kind.REQUEST, request)));
        return over.size();
    }

    private int look() {
        Instant now = time.now();
        SilentRequestRows.Looked looked = rows.look(now.minus(silence), now, MOST_AT_ONCE);
        looked.silent()
                .forEach(request -> tasks.raise(
                        TaskKind.SILENT_REQUEST, Subject.of(Subject.Kind.REQUEST, request), Optional.of(request)));
        return looked.many();
    }

    @Override
    public Optional<Instant> nextDue() {
        return rows.first().map(from -> from.plus(silence));
    }
}
