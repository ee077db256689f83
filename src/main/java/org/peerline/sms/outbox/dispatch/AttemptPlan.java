package org.peerline.sms.outbox.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.sms.outbox.gateway.RetryPlan;
import org.peerline.sms.outbox.gateway.SendResult;

/** Decides what a text becomes: before the attempt (look again), and after it (what the answer means). */
final class AttemptPlan {
    static final String OPTED_OUT = "opted_out";
    static final String SUBJECT_GONE = "subject_gone";
    static final String EXPIRED = "expired";
    static final String ERASED = "erased";
    static final String UNREADABLE = "unreadable";

    private AttemptPlan() {}

    /** The last look before sending: empty when the text may go. */
    static Optional<Attempt> beforeSending(Claimed text, Instant now) {
        if (text.look().erased()) {
            return Optional.of(Attempt.failed(text, ERASED));
        }
        if (text.sms().isEmpty()) {
            return Optional.of(Attempt.failed(text, UNREADABLE));
        }
        if (text.look().optedOut()) {
            return Optional.of(Attempt.failed(text, OPTED_OUT));
        }
        if (text.look().subjectGone()) {
            return Optional.of(Attempt.cancelled(text, SUBJECT_GONE));
        }
        return text.expires().isAfter(now) ? Optional.empty() : Optional.of(tooLate(text));
    }

    static Attempt after(Claimed text, SendResult result, Instant now, RandomGenerator random) {
        if (result instanceof SendResult.Accepted accepted) {
            return Attempt.sent(text, accepted.providerId());
        } else if (result instanceof SendResult.Refused refused) {
            return refused.why() == SendResult.Why.OPTED_OUT
                    ? Attempt.optedOut(text, refused.code())
                    : Attempt.failed(text, refused.code());
        } else if (result instanceof SendResult.SenderBroken broken) {
            // The sender is held back for all its texts; this one waits longer and longer, so that another may be the
            // one that tries: the fault could be this text's alone.
            return later(text, broken.code(), now, Duration.ZERO, random);
        } else if (result instanceof SendResult.NotSent notSent) {
            return later(text, notSent.code(), now, notSent.retryAfter().orElse(Duration.ZERO), random);
        }
        return Attempt.unknown(text, ((SendResult.Ambiguous) result).code());
    }

    private static Attempt later(Claimed text, String code, Instant now, Duration atLeast, RandomGenerator random) {
        return RetryPlan.STANDARD
                .next(now, text.attempts(), atLeast, text.expires(), random)
                .map(due -> Attempt.later(text, code, due))
                .orElseGet(() -> switch (text.kind().whenTooLate()) {
                    case FAILED -> Attempt.failed(text, code);
                    case CANCELLED -> Attempt.givenUp(text, code);
                });
    }

    private static Attempt tooLate(Claimed text) {
        return switch (text.kind().whenTooLate()) {
            case FAILED -> Attempt.failed(text, EXPIRED);
            case CANCELLED -> Attempt.cancelled(text, EXPIRED);
        };
    }
}
