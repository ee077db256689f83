package org.peerline.calls.time.phrase;

import java.time.LocalTime;
import java.util.Optional;
import org.peerline.calls.time.phrase.ClockPhrase.EitherHalf;
import org.peerline.calls.time.phrase.ClockPhrase.Exact;
import org.peerline.calls.time.phrase.ClockPhrase.NoSuchTime;
import org.peerline.calls.time.phrase.ClockPhrase.Twelve;
import org.peerline.calls.time.phrase.ClockPhrase.TwelveAm;

/**
 * Hour and minute as written, before am or pm is looked at.
 *
 * @param twentyFour written so that only a 24-hour clock can be meant: 09:00, 18:30, 0900
 * @param end the place after it
 */
public record ClockFace(int hour, int minute, boolean twentyFour, int end) {

    public static ClockFace twelveHour(int hour, int minute, int end) {
        return new ClockFace(hour, minute, false, end);
    }

    public ClockPhrase alone() {
        if (hour > 23 || minute > 59) {
            return new NoSuchTime();
        }
        if (twentyFour || hour == 0 || hour > 12) {
            return new Exact(LocalTime.of(hour, minute));
        }
        return hour == 12 ? new Twelve(minute) : new EitherHalf(hour, minute);
    }

    /** Empty for a contradiction such as 18:30am. */
    public Optional<ClockPhrase> am() {
        if (hour > 12 || minute > 59) {
            return Optional.empty();
        }
        if (hour == 12 && minute == 0) {
            return Optional.of(new TwelveAm());
        }
        return Optional.of(new Exact(LocalTime.of(hour % 12, minute)));
    }

    /** 18:30pm says the same thing twice and is let pass; 0pm is nothing. */
    public Optional<ClockPhrase> pm() {
        if (hour == 0 || hour > 23 || minute > 59) {
            return Optional.empty();
        }
        return Optional.of(new Exact(LocalTime.of(hour < 12 ? hour + 12 : hour, minute)));
    }
}
