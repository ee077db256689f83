package org.peerline.sms.inbox.late;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on the provider's list is read: from where it was read last, and a while before, because a text can be listed
 * late and the provider's clock is not ours; after a long absence not from the very beginning. A text that has only just come in is left to its webhook, which may still
 * be on its way: it knows more than the list, on which a text may stand without its words.
 */
record ReconcilePlan(Duration firstLook) {
    private static final Duration OVERLAP = Duration.ofMinutes(30);
    private static final Duration FURTHEST = Duration.ofDays(3);

    /** The provider waits for fifteen seconds; its clock is not ours, and its times have whole seconds. */
    private static final Duration WEBHOOK_MAY_COME = Duration.ofSeconds(20);

    Instant since(Instant now, Optional<Instant> seenUntil) {
        Instant from = seenUntil
                .map(seen -> (seen.isAfter(now) ? now : seen).minus(OVERLAP))
                .orElseGet(() -> now.minus(firstLook));
        Instant furthest = now.minus(FURTHEST);
        return from.isBefore(furthest) ? furthest : from;
    }

    /** Whether nobody waits for its webhook any more. */
    boolean isLost(Instant receivedAt, Instant now) {
        return !receivedAt.plus(WEBHOOK_MAY_COME).isAfter(now);
    }
}
