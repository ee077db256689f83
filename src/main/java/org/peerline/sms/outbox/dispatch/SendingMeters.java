package org.peerline.sms.outbox.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.peerline.sms.outbox.delivery.FailureMeter;
import org.peerline.sms.outbox.gateway.SendResult;

/** Counts what the gateway answered; codes and classes only. */
@ApplicationScoped
class SendingMeters {
    private final MeterRegistry meters;
    private final FailureMeter failures;

    SendingMeters(MeterRegistry meters, FailureMeter failures) {
        this.meters = meters;
        this.failures = failures;
        for (String outcome : new String[] {"accepted", "not_sent", "ambiguous", "refused", "sender_broken"}) {
            count(outcome, 0);
        }
    }

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the counters are there before the first one counts.
    }

    void answered(SendResult result) {
        if (result instanceof SendResult.Accepted) {
            count("accepted", 1);
        } else if (result instanceof SendResult.NotSent) {
            count("not_sent", 1);
        } else if (result instanceof SendResult.Ambiguous) {
            count("ambiguous", 1);
        } else if (result instanceof SendResult.SenderBroken) {
            count("sender_broken", 1);
        } else if (result instanceof SendResult.Refused refused) {
            count("refused", 1);
            failures.count(refused.why().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Not handed over, because of what the last look found. */
    void keptBack(Attempt attempt) {
        failures.count(attempt.errorCode());
    }

    /** It never left, and the next attempt would come too late. */
    void ranOutOfTime() {
        failures.count(AttemptPlan.EXPIRED);
    }

    private void count(String outcome, int times) {
        meters.counter("peerline.texts.handed.over", "outcome", outcome).increment(times);
    }
}
