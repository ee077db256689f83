package org.peerline.calls.time;

import java.time.ZonedDateTime;
import java.util.List;

/** What a text about the time of a call was read as. A doubt is an {@link Ambiguous} or a {@link Refused}. */
public sealed interface CallTimeReading {
    /** A time further ahead than this is asked about. */
    int MOST_DAYS_AHEAD = 60;

    /** One moment is meant: in the future, at most 60 days ahead, and on the clocks of its zone. */
    record Understood(ZonedDateTime at) implements CallTimeReading {}

    /** Two or three moments can be meant, in order of time; the writer chooses by 1, 2 or 3. */
    record Ambiguous(List<ZonedDateTime> readings) implements CallTimeReading {
        public static final int MOST = 3;

        public Ambiguous {
            readings = List.copyOf(readings);
            if (readings.size() < 2 || readings.size() > MOST) {
                throw new IllegalArgumentException("a choice has two or three readings");
            }
        }
    }

    /** No moment; the reason says what to ask for. */
    record Refused(Reason reason) implements CallTimeReading {}

    /** Why there is no reading; where several hold, the earliest in this list is given. */
    enum Reason {
        /** The weekday, or a word such as "tomorrow", does not fit the date beside it. */
        WRONG_WEEKDAY,
        /** No such date (31/02), no such time (25:70), or an hour that the clock change leaves out. */
        DOES_NOT_EXIST,
        PAST,
        /** More than 60 days ahead. */
        TOO_FAR,
        /** A day, or part of a day, without a time. */
        NO_TIME,
        /** A stretch of time, "7pm ish", or more than three readings: one exact day and time is wanted. */
        VAGUE,
        /** More times than may be offered: one to {@code read}, three to {@code readAlternatives}. */
        TOO_MANY,
        /** At least one word is not about a time, or the words do not go together. */
        NOT_UNDERSTOOD
    }
}
