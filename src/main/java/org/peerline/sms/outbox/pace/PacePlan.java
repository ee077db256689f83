package org.peerline.sms.outbox.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * When a number may hand over the next text: each takes it as long as its segments, and it may run ahead by so much. What
 * runs ahead waits with the provider, where it can neither be called off nor overtaken.
 */
record PacePlan(double segmentsPerSecond, Duration ahead) {
    /** The longest text that we send has 1,600 characters: 24 segments. */
    private static final int MOST_SEGMENTS = 24;

    PacePlan {
        if (segmentsPerSecond < 0 || !Double.isFinite(segmentsPerSecond) || ahead.isNegative()) {
            throw new IllegalArgumentException("a pace is not negative");
        }
    }

    boolean isSet() {
        return segmentsPerSecond > 0;
    }

    boolean mayHandOver(Instant freeAt, Instant now) {
        return !freeAt.isAfter(now.plus(ahead)) || isImpossible(freeAt, now);
    }

    /** When the number is free again after one more text. */
    Instant after(Instant freeAt, Instant now, int segments) {
        Instant begins = freeAt.isAfter(now) && !isImpossible(freeAt, now) ? freeAt : now;
        return begins.plus(takes(segments));
    }

    /** Later than any text can have made it: the clock was put back. */
    Instant impossibleAfter(Instant now) {
        return now.plus(ahead).plus(takes(MOST_SEGMENTS));
    }

    private boolean isImpossible(Instant freeAt, Instant now) {
        return freeAt.isAfter(impossibleAfter(now));
    }

    private Duration takes(int segments) {
        return Duration.ofNanos((long) (segments / segmentsPerSecond * 1e9));
    }
}
