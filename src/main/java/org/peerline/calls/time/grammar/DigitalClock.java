package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.List;
import org.peerline.calls.time.phrase.ClockFace;
import org.peerline.calls.time.words.Terms;

/** Times in digits: 18:30, 18.30, 18h30, 1830, 730, 7, 7 30pm. */
final class DigitalClock {
    private DigitalClock() {}

    static List<ClockFace> faces(Terms terms, int place) {
        if (signBetweenNumbers(terms, place - 1)) {
            return List.of();
        }
        int hour = terms.number(place, 1, 2);
        if (hour < 0) {
            return together(terms, place);
        }
        if (terms.isAny(place + 1, COLON, DOT, H)) {
            return apart(terms, place, hour);
        }
        if (signBetweenNumbers(terms, place + 1) || terms.are(place + 1, ORDINAL)) {
            return List.of();
        }
        int minute = terms.number(place + 1, 2, 2);
        if (minute >= 0 && hour <= 12 && terms.isAny(place + 2, AM, PM)) {
            return List.of(ClockFace.twelveHour(hour, minute, place + 2));
        }
        return hourOnly(terms, place, hour);
    }

    private static List<ClockFace> apart(Terms terms, int place, int hour) {
        int minute = terms.number(place + 2, 2, 2);
        int end = place + 3;
        if (terms.are(end, COLON, NUMBER) && terms.number(end + 1, 2, 2) == 0) {
            end += 2;
        }
        boolean goesOn = signBetweenNumbers(terms, end);
        return minute < 0 || goesOn
                ? List.of()
                : List.of(new ClockFace(hour, minute, startsWithZero(terms, place, hour), end));
    }

    private static List<ClockFace> together(Terms terms, int place) {
        if (signBetweenNumbers(terms, place + 1)) {
            return List.of();
        }
        int three = terms.number(place, 3, 3);
        if (three >= 100) {
            return List.of(ClockFace.twelveHour(three / 100, three % 100, place + 1));
        }
        int four = terms.number(place, 4, 4);
        return four < 0 ? List.of() : List.of(new ClockFace(four / 100, four % 100, four < 1000, place + 1));
    }

    /** From 13 on, and with a zero in front, a lone number is as likely a date; "at" makes it a time. */
    private static List<ClockFace> hourOnly(Terms terms, int place, int hour) {
        boolean zero = startsWithZero(terms, place, hour);
        boolean timeOnItsOwn = hour >= 1 && hour <= 12 && !zero;
        boolean timeAfterAt = terms.are(place - 1, AT) && hour <= 23;
        boolean halfOfDayFollows = zero && terms.isAny(place + 1, AM, PM);
        return timeOnItsOwn || timeAfterAt || halfOfDayFollows
                ? List.of(new ClockFace(hour, 0, zero, place + 1))
                : List.of();
    }

    private static boolean signBetweenNumbers(Terms terms, int place) {
        return terms.isAny(place, COLON, DOT, SLASH, DASH)
                && terms.are(place - 1, NUMBER)
                && terms.are(place + 1, NUMBER);
    }

    private static boolean startsWithZero(Terms terms, int place, int hour) {
        return hour < 10 && terms.digits(place) == 2;
    }
}
