package org.peerline.calls.negotiation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody says about a call that was agreed.
 *
 * @param minutes how long it took; only of a call that took place
 * @param furtherCall whether another call would help
 */
public record CallReport(Result result, OptionalInt minutes, Optional<Boolean> furtherCall) {
    public static final int MOST_MINUTES = 600;

    /** Whether a call took place. */
    public enum Result {
        HELD,
        MISSED
    }

    public CallReport {
        if (minutes.isPresent() && (result == Result.MISSED || !isPlausible(minutes.getAsInt()))) {
            throw new IllegalArgumentException("no such length of a call");
        }
    }

    public static boolean isPlausible(int minutes) {
        return minutes >= 1 && minutes <= MOST_MINUTES;
    }

    public static CallReport held(OptionalInt minutes) {
        return new CallReport(Result.HELD, minutes, Optional.empty());
    }

    public static CallReport missed() {
        return new CallReport(Result.MISSED, OptionalInt.empty(), Optional.empty());
    }
}
