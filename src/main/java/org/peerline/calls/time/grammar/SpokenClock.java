package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.List;
import org.peerline.calls.time.phrase.ClockFace;
import org.peerline.calls.time.words.Terms;

/** Times as they are said: half seven, quarter past six, twenty to eight, seven thirty. Half seven is 7:30 in Britain. */
final class SpokenClock {
    private SpokenClock() {}

    static List<ClockFace> faces(Terms terms, int place) {
        if (terms.are(place, HALF)) {
            return past(terms, terms.skip(place + 1, PAST), 30);
        }
        int quarter = terms.skip(place, A);
        if (terms.are(quarter, QUARTER, PAST)) {
            return past(terms, quarter + 2, 15);
        }
        if (terms.are(quarter, QUARTER, TO)) {
            return to(terms, quarter + 2, 15);
        }
        if (!terms.are(place, NUMBER)) {
            return List.of();
        }
        return numbers(terms, place, terms.value(place, NUMBER));
    }

    private static List<ClockFace> numbers(Terms terms, int place, int number) {
        int link = terms.skip(place + 1, MINUTE);
        boolean ofTheClock = number == 5 || number == 10 || number == 20 || number == 25;
        boolean minutes = link > place + 1 && number >= 1 && number <= 29;
        if (terms.are(link, PAST) && (ofTheClock || minutes)) {
            return past(terms, link + 1, number);
        }
        // "5 to 7" may be a stretch of time; "20 to 7" and "5 minutes to 7" cannot.
        if (terms.are(link, TO) && (minutes || (ofTheClock && number >= 20))) {
            return to(terms, link + 1, number);
        }
        return words(terms, place, number);
    }

    private static List<ClockFace> words(Terms terms, int place, int hour) {
        if (terms.number(place, 0, 0) < 0 || hour > 12) {
            return List.of();
        }
        int minute = terms.number(place + 1, 0, 0);
        return minute >= 10 && minute <= 59
                ? List.of(ClockFace.twelveHour(hour, minute, place + 2), ClockFace.twelveHour(hour, 0, place + 1))
                : List.of(ClockFace.twelveHour(hour, 0, place + 1));
    }

    private static List<ClockFace> past(Terms terms, int place, int minute) {
        int hour = hour(terms, place);
        return hour < 0 ? List.of() : List.of(ClockFace.twelveHour(hour, minute, place + 1));
    }

    private static List<ClockFace> to(Terms terms, int place, int minutes) {
        int hour = hour(terms, place);
        // In "quarter to 12pm" the half of the day belongs to the hour, not to the time meant.
        if (hour < 0 || (hour == 12 && terms.isAny(place + 1, AM, PM))) {
            return List.of();
        }
        return List.of(ClockFace.twelveHour(hour == 1 ? 12 : hour - 1, 60 - minutes, place + 1));
    }

    private static int hour(Terms terms, int place) {
        int hour = terms.number(place, 0, 2);
        return hour >= 1 && hour <= 12 ? hour : -1;
    }
}
