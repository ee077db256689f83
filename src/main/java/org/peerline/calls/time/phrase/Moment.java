package org.peerline.calls.time.phrase;

import java.time.LocalTime;

/** A time on the day spoken of, or on the day after it: "Friday night at 1" may be Saturday's 1am. */
public record Moment(int daysLater, LocalTime time) {
    static Moment sameDay(LocalTime time) {
        return new Moment(0, time);
    }

    static Moment nextDay(LocalTime time) {
        return new Moment(1, time);
    }
}
