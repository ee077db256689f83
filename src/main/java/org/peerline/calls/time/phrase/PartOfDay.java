package org.peerline.calls.time.phrase;

import java.time.LocalTime;

/** A part of the day, wide enough for everybody's idea of it. It chooses between 7am and 7pm; it is no time itself. */
public enum PartOfDay {
    ANY(0, 24),
    BEFORE_NOON(0, 12),
    FROM_NOON(12, 24),
    MORNING(1, 12),
    LUNCH(11, 15),
    AFTERNOON(12, 18),
    EVENING(17, 24),
    /** Also the first hours of the day after. */
    NIGHT(17, 24);

    private static final int LAST_HOUR_OF_A_NIGHT = 3;

    private final int from;
    private final int until;

    PartOfDay(int from, int until) {
        this.from = from;
        this.until = until;
    }

    boolean includes(LocalTime time) {
        return time.getHour() >= from && time.getHour() < until;
    }

    boolean runsOverMidnightTo(LocalTime time) {
        return this == NIGHT && time.getHour() <= LAST_HOUR_OF_A_NIGHT;
    }
}
