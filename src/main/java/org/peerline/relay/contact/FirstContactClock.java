package org.peerline.relay.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.relay.contact.FirstContactRows.Due;

/** Takes the steps of first contact when they fall due, each once, on whichever replica comes first. */
@ApplicationScoped
class FirstContactClock implements DueWork {
    private static final Logger LOG = Logger.getLogger(FirstContactClock.class);
    private static final int MOST_AT_ONCE = 200;

    private final FirstContactPlan plan;
    private final FirstContactRows rows;
    private final FirstContactSteps steps;
    private final TimeSource time;

    FirstContactClock(FirstContactPlan plan, FirstContactRows rows, FirstContactSteps steps, TimeSource time) {
        this.plan = plan;
        this.rows = rows;
        this.steps = steps;
        this.time = time;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        return Arrays.stream(FirstContactStep.values())
                .filter(step -> plan.mayHappen(step, now))
                .mapToInt(step -> run(step, now))
                .sum();
    }

    private int run(FirstContactStep step, Instant now) {
        Instant cutoff = plan.cutoff(step, now);
        int taken = 0;
        for (Due due : rows.due(step, cutoff, MOST_AT_ONCE)) {
            try {
                taken += QuarkusTransaction.requiringNew().call(() -> take(step, due, cutoff, now)) ? 1 : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(
                        new BareFault(fault),
                        "Step %s of assignment %s could not be taken now",
                        step,
                        due.assignment());
            }
        }
        return taken;
    }

    private boolean take(FirstContactStep step, Due due, Instant cutoff, Instant now) {
        boolean mine = rows.claim(step, due, cutoff, plan.remindedBefore(now), now);
        if (mine) {
            steps.take(step, due.assignment());
        }
        return mine;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Arrays.stream(FirstContactStep.values())
                .flatMap(step -> rows.nextSince(step).map(since -> plan.due(step, since)).stream())
                .min(Instant::compareTo);
    }
}
