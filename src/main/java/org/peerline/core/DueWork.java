package org.peerline.core;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that falls due by the clock: a proposal that lapses, a pause that ends, a text to try again.
 *
 * <p>Called by {@link Clockwork} every few seconds, on every replica at once, and by the simulator when its clock is
 * moved. {@link #runDue} claims what is due with {@code SKIP LOCKED}, so that replicas share the work, and each piece is a
 * transaction of its own, so that one that fails holds up nobody; it throws only when the database is away. It may take long:
 * other works do not wait for it, and it is never run twice at once in one copy. One that may go on for minutes asks
 * {@link Closing} between its pieces, because a copy that stops waits seconds, and cuts off whatever goes on.
 */
public interface DueWork {
    /** Does what is due at the service's present time; returns how many pieces were done. */
    int runDue();

    /** When the next piece falls due, from an index; empty when nothing is planned. May lie in the past. */
    Optional<Instant> nextDue();

    /**
     * Whether it only clears up, so that once is as good as many times in a row: a clock that is moved a long way does not
     * stop for it.
     */
    default boolean isUpkeep() {
        return false;
    }
}
