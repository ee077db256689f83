package org.peerline.sms.outbox.hold;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.gateway.SendResult;

/**
 * Learns from each answer whether a sender, or the provider, can send at all. The breaker of the out-tray: after five
 * answers in a row that say nothing the provider is held, and texts wait untouched instead of becoming doubtful one by
 * one.
 */
@ApplicationScoped
public class SenderStanding {
    private static final Logger LOG = Logger.getLogger(SenderStanding.class);
    private static final int IN_A_ROW = 5;

    /** Less than the wait before the first try: what this copy has claimed meanwhile is not tried. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private final SendingHolds holds;
    private final TimeSource time;
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile Instant silentSince = Instant.EPOCH;

    SenderStanding(SendingHolds holds, TimeSource time) {
        this.holds = holds;
        this.time = time;
    }

    /** False just after the provider has been held: a text that was claimed before is better given back. */
    public boolean mayTry(boolean probe) {
        Instant now = time.now();
        return probe || silentSince.isAfter(now) || silentSince.plus(STANDSTILL).isBefore(now);
    }

    /** @param probe the text went alone, to try whether it can go */
    public void note(PhoneNumber from, boolean probe, SendResult result) {
        boolean silent = SilenceRule.isSilence(result);
        if (silent) {
            noteSilence(probe, SilenceRule.code(result));
        } else {
            unanswered.set(0);
        }
        if (result instanceof SendResult.SenderBroken broken) {
            LOG.errorf(
                    "The provider refuses our account or a number of ours (code %s); its texts wait until that is mended",
                    broken.code());
            QuarkusTransaction.requiringNew().run(() -> holds.hold(from.e164(), broken.code(), probe));
        } else if (probe && result instanceof SendResult.Accepted) {
            QuarkusTransaction.requiringNew().run(() -> holds.lift(from.e164()));
        }
        if (probe && !silent) {
            QuarkusTransaction.requiringNew().run(() -> holds.lift(SendingHold.PROVIDER));
        }
    }

    private void noteSilence(boolean probe, String code) {
        int inARow = unanswered.incrementAndGet();
        if (probe || inARow >= IN_A_ROW) {
            LOG.errorf("The provider does not answer (%s); texts wait until it does", code);
            QuarkusTransaction.requiringNew().run(() -> holds.hold(SendingHold.PROVIDER, code, probe));
            silentSince = time.now();
            unanswered.set(0);
        }
    }
}
