package org.peerline.sms.outbox.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.peerline.sms.outbox.gateway.SendResult;

/** Decides what a text becomes: before the attempt (look again), and after it (what the answer means). */
final class AttemptPlan {
    static final String OPTED_OUT = "opted_out";
    static final String EXPIRED = "expired";
    static final String ERASED = "erased";

    /** A broken account is mended by a person; asking more often than this only fills the provider's log. */
    private static final Duration BROKEN_SENDER_WAIT = Duration.ofMinutes(2);

    private AttemptPlan() {}

    /** The last look before sending: empty when the text may go. */
    static Optional<Attempt> beforeSending(Claimed text, Instant now) {
        if (text.sms() == null) {
            return Optional.of(Attempt.failed(text.id(), ERASED));
        }
        if (text.optedOut()) {
            return Optional.of(Attempt.failed(text.id(), OPTED_OUT));
        }
        return text.expires().isAfter(now) ? Optional.empty() : Optional.of(Attempt.failed(text.id(), EXPIRED));
    }

    static Attempt after(Claimed text, SendResult result, Instant now, RandomGenerator random) {
        if (result instanceof SendResult.Accepted accepted) {
            return Attempt.sent(text.id(), accepted.providerId());
        } else if (result instanceof SendResult.Refused refused) {
            return refused.why() == SendResult.Why.OPTED_OUT
                    ? Attempt.optedOut(text.id(), refused.code())
                    : Attempt.failed(text.id(), refused.code());
        } else if (result instanceof SendResult.SenderBroken broken) {
            return later(text, broken.code(), now, BROKEN_SENDER_WAIT, random);
        } else if (result instanceof SendResult.NotSent notSent) {
            return later(text, notSent.code(), now, notSent.retryAfter().orElse(Duration.ZERO), random);
        }
        return Attempt.unknown(text.id(), ((SendResult.Ambiguous) result).code());
    }

    private static Attempt later(Claimed text, String code, Instant now, Duration atLeast, RandomGenerator random) {
        return RetryPlan.STANDARD
                .next(now, text.attempts(), atLeast, text.expires(), random)
                .map(due -> Attempt.later(text.id(), code, due))
                .orElse(Attempt.failed(text.id(), code));
    }
}
