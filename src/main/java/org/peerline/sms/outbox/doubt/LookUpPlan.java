package org.peerline.sms.outbox.doubt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the provider's records are asked about a text in doubt. A callback usually comes first; a text that is in none of
 * three looks was not taken, and a person decides what becomes of it.
 */
record LookUpPlan(List<Duration> waits) {
    static final LookUpPlan STANDARD =
            new LookUpPlan(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)));

    /**
     * @param looks how many have been made
     * @return when to look next; empty when it has been looked often enough
     */
    Optional<Instant> next(Instant now, int looks) {
        return looks < waits.size() ? Optional.of(now.plus(waits.get(looks))) : Optional.empty();
    }

    /** @param looks how many have been made */
    boolean isLast(int looks) {
        return looks >= waits.size();
    }

    /** No look is ever planned further ahead than this. */
    Duration longest() {
        return waits.get(waits.size() - 1);
    }
}
