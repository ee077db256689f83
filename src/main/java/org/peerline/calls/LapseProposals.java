package org.peerline.calls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/** Lets proposals lapse at their own start time and tells both sides. */
@ApplicationScoped
public class LapseProposals implements DueWork {
    private static final Logger LOG = Logger.getLogger(LapseProposals.class);
    private static final int MOST_AT_ONCE = 500;

    private final Negotiations negotiations;
    private final Calls calls;
    private final TimeSource time;

    LapseProposals(Negotiations negotiations, Calls calls, TimeSource time) {
        this.negotiations = negotiations;
        this.calls = calls;
        this.time = time;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> calls.assignmentsToLapse(now, MOST_AT_ONCE));
        int lapsed = 0;
        for (UUID assignment : due) {
            try {
                lapsed += QuarkusTransaction.requiringNew()
                                .call(() -> calls.claim(assignment) && negotiations.lapse(assignment, now))
                        ? 1
                        : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "A proposal of assignment %s could not lapse now", assignment);
            }
        }
        return lapsed;
    }

    @Override
    public Optional<Instant> nextDue() {
        return QuarkusTransaction.requiringNew().call(calls::nextToLapse);
    }

    /** Ends what is due in one assignment, in the caller's transaction; true when its proposal has lapsed just now. */
    public boolean lapse(UUID assignment) {
        return negotiations.lapse(assignment, time.now());
    }
}
