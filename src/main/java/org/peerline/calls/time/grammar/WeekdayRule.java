package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.peerline.calls.time.phrase.DayPhrase;
import org.peerline.calls.time.phrase.DayPhrase.ComingWeekday;
import org.peerline.calls.time.phrase.DayPhrase.NextWeekday;
import org.peerline.calls.time.phrase.DayPhrase.Weekday;
import org.peerline.calls.time.phrase.DayPhrase.WeekdayOfNextWeek;
import org.peerline.calls.time.phrase.DayPhrase.WeeksOn;
import org.peerline.calls.time.words.Kind;
import org.peerline.calls.time.words.Terms;

/** Friday, this Friday, next Friday, Friday of next week, Friday week, a week on Friday, the Friday after next. */
final class WeekdayRule {
    private WeekdayRule() {}

    static List<Match> matches(Terms terms, int place) {
        List<Match> matches = new ArrayList<>();
        if (terms.are(place, WEEKDAY)) {
            startingWithDay(terms, place, day(terms, place), matches);
        }
        endingWithDay(terms, place, matches);
        return matches;
    }

    private static void startingWithDay(Terms terms, int place, DayOfWeek day, List<Match> matches) {
        int next = place + 1;
        matches.add(match(next, new Weekday(day, true)));
        if (terms.are(next, NEXT)) {
            matches.add(match(next + 1, new NextWeekday(day, 0)));
        }
        if (terms.are(next, AFTER, NEXT)) {
            matches.add(match(next + 2, new NextWeekday(day, 1)));
        }
        int nextWeek = terms.skip(next, OF);
        if (terms.are(nextWeek, NEXT, WEEK) || terms.are(nextWeek, WEEK, NEXT)) {
            matches.add(match(nextWeek + 2, new WeekdayOfNextWeek(day)));
        }
        if (terms.are(next, THIS, WEEK)) {
            matches.add(match(next + 2, new Weekday(day, false)));
        } else if (terms.are(next, THIS) && PartOfDayRule.part(terms, next + 1) == null) {
            matches.add(match(next + 1, new Weekday(day, false)));
        }
        if (terms.are(next, WEEK) || terms.are(next, FORTNIGHT)) {
            matches.add(match(next + 1, new WeeksOn(day, terms.are(next, WEEK) ? 1 : 2)));
        }
    }

    private static void endingWithDay(Terms terms, int place, List<Match> matches) {
        if (terms.are(place, THIS, WEEKDAY)) {
            matches.add(match(place + 2, new Weekday(day(terms, place + 1), false)));
        }
        int coming = terms.skip(place, THIS);
        if (terms.are(coming, COMING, WEEKDAY)) {
            matches.add(match(coming + 2, new ComingWeekday(day(terms, coming + 1))));
        }
        if (terms.are(place, NEXT, WEEKDAY)) {
            matches.add(match(place + 2, new NextWeekday(day(terms, place + 1), 0)));
        }
        if (terms.are(place, NEXT, WEEK) || terms.are(place, WEEK, NEXT)) {
            int day = skipOn(terms, terms.skip(place + 2, COMMA));
            if (terms.are(day, WEEKDAY)) {
                matches.add(match(day + 1, new WeekdayOfNextWeek(day(terms, day))));
            }
        }
        Weeks weeks = Weeks.at(terms, place);
        if (weeks != null) {
            int day = skipOn(terms, weeks.end());
            if (terms.are(day, WEEKDAY)) {
                matches.add(match(day + 1, new WeeksOn(day(terms, day), weeks.count())));
            }
        }
    }

    private static int skipOn(Terms terms, int place) {
        for (Kind link : List.of(ON, TO)) {
            if (terms.are(place, link)) {
                return place + 1;
            }
        }
        return place;
    }

    private static DayOfWeek day(Terms terms, int place) {
        return DayOfWeek.of(terms.value(place, WEEKDAY));
    }

    private static Match match(int end, DayPhrase weekday) {
        return new Match(end, phrase -> phrase.withWeekday(weekday));
    }
}
