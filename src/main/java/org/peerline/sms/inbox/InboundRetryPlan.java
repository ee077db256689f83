package org.peerline.sms.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an inbound text that could not be processed is tried again: after two seconds at first, then twice as long each time,
 * half an hour at most; after twelve attempts in a little over an hour a person has to look. Later texts of the same two
 * people wait for it, so that nobody is answered out of order, but only for two minutes: nobody is silenced by one text.
 */
record InboundRetryPlan(Duration first, Duration longest, int mostAttempts, Duration othersWait) {
    static final InboundRetryPlan STANDARD =
            new InboundRetryPlan(Duration.ofSeconds(2), Duration.ofMinutes(30), 12, Duration.ofMinutes(2));

    /**
     * @param attempts how many have been made, this one included
     * @return when to try next; empty when it has been tried often enough
     */
    Optional<Instant> next(Instant now, int attempts) {
        if (attempts >= mostAttempts) {
            return Optional.empty();
        }
        int doublings = Math.min(Math.max(attempts, 1) - 1, 20);
        Duration wait = first.multipliedBy(1L << doublings);
        return Optional.of(now.plus(wait.compareTo(longest) < 0 ? wait : longest));
    }

    Instant turnEnds(Instant now) {
        return now.plus(othersWait);
    }
}
