package org.peerline.calls.time.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.peerline.calls.time.phrase.TimePhrase;
import org.peerline.calls.time.words.Terms;

/** Finds every way in which all the terms, from the first to the last, can be taken. */
public final class TimeGrammar {
    private final Terms terms;
    private final Set<TimePhrase> found = new LinkedHashSet<>();

    private TimeGrammar(Terms terms) {
        this.terms = terms;
    }

    /** The phrases that say a time, or, if none does, those that say a day or part of a day only. */
    public static List<TimePhrase> phrases(Terms terms) {
        var grammar = new TimeGrammar(terms);
        grammar.continueFrom(0, TimePhrase.NOTHING);
        List<TimePhrase> whole =
                grammar.found.stream().filter(TimePhrase::saysSomething).toList();
        List<TimePhrase> withTime = whole.stream().filter(TimePhrase::saysTime).toList();
        return withTime.isEmpty() ? whole : withTime;
    }

    private void continueFrom(int place, TimePhrase phrase) {
        if (place == terms.size()) {
            found.add(phrase);
            return;
        }
        for (Match match : matchesAt(place)) {
            match.addTo().apply(phrase).ifPresent(longer -> continueFrom(match.end(), longer));
        }
    }

    private List<Match> matchesAt(int place) {
        List<Match> matches = new ArrayList<>();
        matches.addAll(LinkRule.matches(terms, place));
        matches.addAll(FromNowRule.matches(terms, place));
        matches.addAll(DateRule.matches(terms, place));
        matches.addAll(DayWordRule.matches(terms, place));
        matches.addAll(WeekdayRule.matches(terms, place));
        matches.addAll(PartOfDayRule.matches(terms, place));
        matches.addAll(ClockRule.matches(terms, place));
        return matches;
    }
}
