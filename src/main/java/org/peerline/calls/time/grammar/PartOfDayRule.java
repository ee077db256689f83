package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.List;
import org.peerline.calls.time.phrase.PartOfDay;
import org.peerline.calls.time.words.Terms;

/** Morning, in the afternoon, evening, at night, lunchtime; and a lone am or pm, as in "Friday pm". */
final class PartOfDayRule {
    private PartOfDayRule() {}

    static List<Match> matches(Terms terms, int place) {
        int named = terms.are(place, IN) ? terms.skip(place + 1, THE) : terms.skip(place, THE);
        PartOfDay part = part(terms, named);
        if (part != null) {
            return List.of(match(named + 1, part));
        }
        boolean besideNumber = terms.isAny(place - 1, NUMBER, OCLOCK) || terms.are(place + 1, NUMBER);
        if (!besideNumber && terms.are(place, AM)) {
            return List.of(match(place + 1, PartOfDay.BEFORE_NOON));
        }
        if (!besideNumber && terms.are(place, PM)) {
            return List.of(match(place + 1, PartOfDay.FROM_NOON));
        }
        return List.of();
    }

    /** @return null when no part of the day is named here */
    static PartOfDay part(Terms terms, int place) {
        if (terms.are(place, MORNING)) {
            return PartOfDay.MORNING;
        }
        if (terms.are(place, LUNCH)) {
            return PartOfDay.LUNCH;
        }
        if (terms.are(place, AFTERNOON)) {
            return PartOfDay.AFTERNOON;
        }
        if (terms.are(place, EVENING)) {
            return PartOfDay.EVENING;
        }
        return terms.are(place, NIGHT) ? PartOfDay.NIGHT : null;
    }

    private static Match match(int end, PartOfDay part) {
        return new Match(end, phrase -> phrase.withPart(part));
    }
}
