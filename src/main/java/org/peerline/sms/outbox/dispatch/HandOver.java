package org.peerline.sms.outbox.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.sms.outbox.dispatch.claim.OutboxClaims;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SmsSender;
import org.peerline.sms.outbox.hold.SenderStanding;

/** One attempt with one text: a last look, the gateway, and what its answer means for the text and for its sender. */
@ApplicationScoped
class HandOver {
    private static final Logger LOG = Logger.getLogger(HandOver.class);

    /** A text that has waited longer than this since it was claimed is looked at once more. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final OutboxClaims claims;
    private final Instance<SmsSender> sender;
    private final SenderStanding standing;
    private final SendingMeters meters;
    private final TimeSource time;

    HandOver(
            OutboxClaims claims,
            Instance<SmsSender> sender,
            SenderStanding standing,
            SendingMeters meters,
            TimeSource time) {
        this.claims = claims;
        this.sender = sender;
        this.standing = standing;
        this.meters = meters;
        this.time = time;
    }

    Attempt attempt(Claimed text) {
        if (!standing.mayTry(text.probe(), text.claimedAt())) {
            return Attempt.released(text);
        }
        Instant now = time.now();
        if (!isFresh(text, now)) {
            Optional<Claimed> looked = lookAgain(text);
            if (looked.isEmpty()) {
                return Attempt.released(text);
            }
            text = looked.get();
        }
        Optional<Attempt> kept = AttemptPlan.beforeSending(text, now);
        kept.ifPresent(meters::keptBack);
        return kept.isPresent() ? kept.get() : hand(text, now);
    }

    private Attempt hand(Claimed text, Instant now) {
        SendResult result;
        try {
            result = sender.get().send(text.sms().orElseThrow());
        } catch (RuntimeException brokenPromise) {
            // A gateway must not throw; if one does, the text may be out, so it must not be tried again.
            LOG.errorf(
                    "The gateway threw %s for message %s",
                    brokenPromise.getClass().getName(), text.id());
            result = new SendResult.Ambiguous("gateway_fault");
        }
        meters.answered(result);
        try {
            standing.note(text.from(), text.probe(), result);
        } catch (RuntimeException databaseAway) {
            // The next text will find out the same; what came of this one is recorded by itself.
            LOG.errorf(new BareFault(databaseAway), "How the sender stands could not be noted now");
        }
        Attempt attempt = AttemptPlan.after(text, result, now, ThreadLocalRandom.current());
        if (attempt.isOver() && !(result instanceof SendResult.Refused)) {
            meters.ranOutOfTime();
        }
        return attempt;
    }

    /** A claim of a moment that has not come yet says nothing of how long it has waited: the clock was put back. */
    private static boolean isFresh(Claimed text, Instant now) {
        return !text.claimedAt().plus(FRESH).isBefore(now) && !text.claimedAt().isAfter(now);
    }

    /** Empty when it cannot be looked at now, or is another's: then it is not sent either. */
    private Optional<Claimed> lookAgain(Claimed text) {
        try {
            return claims.lookAgain(text);
        } catch (RuntimeException databaseAway) {
            return Optional.empty();
        }
    }
}
