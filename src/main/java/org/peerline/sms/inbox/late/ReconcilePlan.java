package org.peerline.sms.inbox.late;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on the provider's list is read: from where it was read last, and a while before, because a text can be listed
 * late and the provider's clock is not ours; after a long absence not from the very beginning.
 */
record ReconcilePlan(Duration firstLook) {
    private static final Duration OVERLAP = Duration.ofMinutes(30);
    private static final Duration FURTHEST = Duration.ofDays(3);

    Instant since(Instant now, Optional<Instant> seenUntil) {
        Instant from = seenUntil
                .map(seen -> (seen.isAfter(now) ? now : seen).minus(OVERLAP))
                .orElseGet(() -> now.minus(firstLook));
        Instant furthest = now.minus(FURTHEST);
        return from.isBefore(furthest) ? furthest : from;
    }
}
