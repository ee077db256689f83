package org.peerline.sms.outbox.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The whole of our policy of trying again. A text that certainly did not leave is tried soon at first, hourly at last, with
 * a fifth of jitter so that a recovering provider is not met by everybody at once. A text that left and did not reach the
 * handset is tried a few times, hours apart. Neither is tried when it is no longer worth sending; nothing in doubt is ever
 * tried.
 *
 * @param waits between attempts that did not leave; the last one repeats
 * @param untilReachable a phone that is off or out of reach is not back within seconds
 * @param mostWhenOutOfReach so many attempts in all for such a phone
 */
public record RetryPlan(List<Duration> waits, Duration untilReachable, int mostWhenOutOfReach) {
    private static final int JITTER = 5;

    public static final RetryPlan STANDARD = new RetryPlan(
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1)),
            Duration.ofHours(2),
            4);

    /** No attempt is ever planned further ahead than this. */
    public Duration longestWait() {
        return untilReachable.plus(untilReachable.dividedBy(JITTER));
    }

    /**
     * @param attempts how many have been made
     * @param atLeast what the provider asked for; more than {@link #untilReachable} is not believed
     * @return when to try next; empty when the text would have expired by then
     */
    public Optional<Instant> next(
            Instant now, int attempts, Duration atLeast, Instant expires, RandomGenerator random) {
        Duration planned = waits.get(Math.min(Math.max(attempts, 1), waits.size()) - 1);
        Duration asked = atLeast.compareTo(untilReachable) < 0 ? atLeast : untilReachable;
        Duration wait = planned.compareTo(asked) >= 0 ? planned : asked;
        Duration jitter = Duration.ofMillis(random.nextLong(wait.toMillis() / JITTER + 1));
        Instant next = now.plus(wait).plus(jitter);
        return next.isBefore(expires) ? Optional.of(next) : Optional.empty();
    }
}
