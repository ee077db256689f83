package org.peerline.calls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.peerline.assignments.Assignments;
import org.peerline.calls.clock.CallClock;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.news.ClockNews;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/** Reminds both people of an agreed call, and asks the peer afterwards how it went; each once, or not at all when late. */
@ApplicationScoped
public class FollowCalls implements DueWork {
    private static final Logger LOG = Logger.getLogger(FollowCalls.class);
    private static final int MOST_AT_ONCE = 500;

    private final CallClock clock;
    private final Calls calls;
    private final Assignments assignments;
    private final ClockNews news;
    private final TimeSource time;

    FollowCalls(CallClock clock, Calls calls, Assignments assignments, ClockNews news, TimeSource time) {
        this.clock = clock;
        this.calls = calls;
        this.assignments = assignments;
        this.news = news;
        this.time = time;
    }

    @Override
    public int runDue() {
        Instant now = time.now();
        int done = 0;
        for (CallClock.Due due : clock.due(now, MOST_AT_ONCE)) {
            try {
                done += QuarkusTransaction.requiringNew().call(() -> calls.claim(due.assignment()) && follow(due, now))
                        ? 1
                        : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "%s of call %s could not be done now", due.task(), due.call());
            }
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue() {
        return clock.nextDue();
    }

    private boolean follow(CallClock.Due due, Instant now) {
        if (!clock.take(due)) {
            return false;
        }
        Call call = calls.findById(due.call());
        if (!call.isAgreed() || !assignments.findById(due.assignment()).isOpen()) {
            return true;
        }
        if (clock.isTooLate(due, call, now)) {
            LOG.infof("%s of call %s was too late to be sent", due.task(), due.call());
            news.leftOut(call, due.task());
        } else if (due.task().isReminder()) {
            news.remind(call, due.task());
        } else {
            news.askForOutcome(call);
        }
        return true;
    }
}
