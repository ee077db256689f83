package org.peerline.sms.outbox.hold;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peerline.core.Closing;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.gateway.ProviderReach;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Tries by itself whether what is held can send again. The provider is first asked something that sends nothing; only when
 * it answers does one text go. A number that the provider refused is tried with one text at a time: such a refusal is
 * certain, so nothing is risked.
 */
@ApplicationScoped
class ProbeHolds implements DueWork {
    /** An outage that lasts is one that people have to know of, so that they ring instead. */
    private static final Duration UNTIL_PEOPLE_ARE_TOLD = Duration.ofMinutes(10);

    private static final int QUESTIONS_FOR_A_TEXT = 3;

    private final SendingHolds holds;
    private final Instance<ProviderReach> reach;
    private final Tasks tasks;
    private final TimeSource time;
    private final Closing closing;

    ProbeHolds(SendingHolds holds, Instance<ProviderReach> reach, Tasks tasks, TimeSource time, Closing closing) {
        this.closing = closing;
        this.holds = holds;
        this.reach = reach;
        this.tasks = tasks;
        this.time = time;
    }

    @Override
    public int runDue() {
        int tried = 0;
        for (var due = take(); due.isPresent(); due = take()) {
            tried++;
            SendingHold hold = due.get();
            if (hold.isOfProvider()) {
                probeProvider(hold);
            } else {
                QuarkusTransaction.requiringNew().run(() -> holds.letOneThrough(hold));
            }
        }
        return tried;
    }

    private void probeProvider(SendingHold hold) {
        // Texts may be taken though questions are not: after a few of those a text is risked all the same.
        boolean answers = reach.get().answers() || hold.probes() % QUESTIONS_FOR_A_TEXT == QUESTIONS_FOR_A_TEXT - 1;
        QuarkusTransaction.requiringNew().run(() -> {
            if (!answers) {
                holds.probeFailed(hold);
            } else if (!holds.letOneThrough(hold)) {
                // Nobody waits; the next text finds out.
                holds.lift(SendingHold.PROVIDER);
                return;
            }
            if (hold.since().plus(UNTIL_PEOPLE_ARE_TOLD).isBefore(time.now())) {
                tasks.raise(TaskKind.PROVIDER_AWAY, SendingHolds.subject(hold.id()), Optional.empty());
            }
        });
    }

    private Optional<SendingHold> take() {
        return closing.hasBegun()
                ? Optional.empty()
                : QuarkusTransaction.requiringNew().call(holds::takeDue);
    }

    @Override
    public Optional<Instant> nextDue() {
        return holds.nextDue();
    }
}
