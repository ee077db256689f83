package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.ArrayList;
import java.util.List;
import org.peerline.calls.time.phrase.DayPhrase;
import org.peerline.calls.time.phrase.DayPhrase.CalendarDate;
import org.peerline.calls.time.phrase.DayPhrase.DayOfMonth;
import org.peerline.calls.time.words.Kind;
import org.peerline.calls.time.words.Terms;

/** Dates with numbers in them: 24/11, 2026-11-24, 24th of November, Nov 24, the 24th. The day comes before the month. */
final class DateRule {
    private static final int NO_YEAR = 0;

    private DateRule() {}

    static List<Match> matches(Terms terms, int place) {
        List<Match> matches = new ArrayList<>();
        yearFirst(terms, place, matches);
        for (Kind sign : List.of(SLASH, DOT, DASH)) {
            dayFirst(terms, place, sign, matches);
        }
        dayThenMonth(terms, place, matches);
        monthThenDay(terms, place, matches);
        dayOnly(terms, place, matches);
        return matches;
    }

    private static void yearFirst(Terms terms, int place, List<Match> matches) {
        for (Kind sign : List.of(DASH, SLASH)) {
            if (terms.are(place, NUMBER, sign, NUMBER, sign, NUMBER)) {
                int year = terms.number(place, 4, 4);
                int month = terms.number(place + 2, 1, 2);
                int day = terms.number(place + 4, 1, 2);
                if (year > 0 && month >= 0 && day >= 0) {
                    matches.add(match(terms.skip(place + 5, T), new CalendarDate(year, month, day)));
                }
            }
        }
    }

    private static void dayFirst(Terms terms, int place, Kind sign, List<Match> matches) {
        int day = terms.number(place, 1, 2);
        int month = terms.number(place + 2, 1, 2);
        if (day < 0 || month < 0 || !terms.are(place + 1, sign)) {
            return;
        }
        // 18.30 and 6-7 are not dates: only a slash makes one of two numbers.
        if (sign == SLASH) {
            withPerhapsYear(terms, place + 3, month, day, matches);
        }
        int year = terms.are(place + 3, sign) ? year(terms, place + 4) : NO_YEAR;
        if (year > 0) {
            matches.add(match(place + 5, new CalendarDate(year, month, day)));
        }
    }

    private static int year(Terms terms, int place) {
        int shortYear = terms.number(place, 2, 2);
        return shortYear >= 0 ? 2000 + shortYear : terms.number(place, 4, 4);
    }

    private static void dayThenMonth(Terms terms, int place, List<Match> matches) {
        int day = terms.number(place, 1, 2);
        int month = terms.skip(terms.skip(place + 1, ORDINAL), OF);
        if (day >= 0 && terms.are(month, MONTH)) {
            withPerhapsYear(terms, month + 1, terms.value(month, MONTH), day, matches);
        }
    }

    private static void monthThenDay(Terms terms, int place, List<Match> matches) {
        // In "at 5 dec 9" the number before belongs to the month.
        boolean monthIsTaken = terms.isAny(place - 1, NUMBER, ORDINAL, OF);
        int dayPlace = terms.skip(place + 1, THE);
        int day = terms.number(dayPlace, 1, 2);
        if (terms.are(place, MONTH) && !monthIsTaken && day >= 0) {
            withPerhapsYear(terms, terms.skip(dayPlace + 1, ORDINAL), terms.value(place, MONTH), day, matches);
        }
    }

    /** What looks like a year of ours is one: "24 nov 2026" and "24/11 2026" must not become 20:26. */
    private static void withPerhapsYear(Terms terms, int place, int month, int day, List<Match> matches) {
        int yearPlace = terms.skip(place, COMMA);
        int year = terms.number(yearPlace, 4, 4);
        if (year >= 2020 && year < 2060) {
            matches.add(match(yearPlace + 1, new CalendarDate(year, month, day)));
        } else {
            matches.add(match(place, new CalendarDate(NO_YEAR, month, day)));
        }
    }

    private static void dayOnly(Terms terms, int place, List<Match> matches) {
        int day = terms.number(place, 1, 2);
        if (day < 0) {
            return;
        }
        // "Fri 4 at 6pm" is the 4th; "fri 4" is rather a time, and "fri 4, 6pm" are two.
        boolean afterWeekday = terms.are(place - 1, WEEKDAY) && (day > 12 || terms.are(place + 1, AT));
        if (terms.are(place + 1, ORDINAL)) {
            matches.add(match(place + 2, new DayOfMonth(day)));
        } else if (afterWeekday || terms.are(place - 1, THE)) {
            matches.add(match(place + 1, new DayOfMonth(day)));
        }
    }

    private static Match match(int end, DayPhrase date) {
        return new Match(end, phrase -> phrase.withDate(date));
    }
}
