package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.ArrayList;
import java.util.List;
import org.peerline.calls.time.phrase.DayPhrase;
import org.peerline.calls.time.phrase.DayPhrase.DaysAhead;
import org.peerline.calls.time.phrase.PartOfDay;
import org.peerline.calls.time.words.Terms;

/** Days counted from today: tonight, tomorrow, this evening, in three days, a week today. */
final class DayWordRule {
    private static final DayPhrase TODAY_ITSELF = new DaysAhead(0);

    private DayWordRule() {}

    static List<Match> matches(Terms terms, int place) {
        List<Match> matches = new ArrayList<>();
        int days = daysOfWord(terms, place);
        if (days >= 0) {
            matches.add(ahead(place + 1, days));
            if (terms.are(place + 1, WEEK)) {
                matches.add(ahead(place + 2, days + 7));
            }
        }
        if (terms.are(place, TONIGHT)) {
            matches.add(today(place + 1, PartOfDay.NIGHT));
        }
        if (terms.are(place, THIS) && PartOfDayRule.part(terms, place + 1) != null) {
            matches.add(today(place + 2, PartOfDayRule.part(terms, place + 1)));
        }
        int weekend = terms.skip(place, THIS);
        if (terms.are(weekend, WEEKEND)) {
            matches.add(new Match(weekend + 1, phrase -> phrase.withDayWord(new DayPhrase.Weekend())));
        }
        weeksFrom(terms, place, matches);
        inDays(terms, place, matches);
        return matches;
    }

    private static int daysOfWord(Terms terms, int place) {
        if (terms.are(place, TODAY)) {
            return 0;
        }
        if (terms.are(place, TOMORROW)) {
            return 1;
        }
        return terms.are(place, AFTER_TOMORROW) ? 2 : -1;
    }

    private static void weeksFrom(Terms terms, int place, List<Match> matches) {
        Weeks weeks = Weeks.at(terms, place);
        if (weeks != null) {
            int days = daysOfWord(terms, terms.skip(weeks.end(), TO));
            if (days >= 0) {
                matches.add(ahead(terms.skip(weeks.end(), TO) + 1, weeks.count() * 7 + days));
            }
        }
    }

    private static void inDays(Terms terms, int place, List<Match> matches) {
        if (terms.are(place, IN, NUMBER, DAY)) {
            matches.add(ahead(terms.skip(place + 3, FROM_NOW), terms.value(place + 1, NUMBER)));
        }
        Weeks weeks = Weeks.at(terms, terms.skip(place, IN));
        if (weeks != null && (terms.are(place, IN) || terms.are(weeks.end(), FROM_NOW))) {
            matches.add(ahead(terms.skip(weeks.end(), FROM_NOW), weeks.count() * 7));
        }
    }

    private static Match ahead(int end, int days) {
        return new Match(end, phrase -> phrase.withDayWord(new DaysAhead(days)));
    }

    private static Match today(int end, PartOfDay part) {
        return new Match(end, phrase -> phrase.withDayWord(TODAY_ITSELF).flatMap(withDay -> withDay.withPart(part)));
    }
}
