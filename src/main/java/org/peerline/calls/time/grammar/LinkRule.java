package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import java.util.List;
import java.util.Optional;
import org.peerline.calls.time.phrase.TimePhrase;
import org.peerline.calls.time.words.Terms;

/** Words around a time: "at", "please", "UK time", "ish". */
final class LinkRule {
    private LinkRule() {}

    static List<Match> matches(Terms terms, int place) {
        int next = place + 1;
        if (terms.are(place, ABOUT)) {
            return List.of(new Match(next, TimePhrase::roughly));
        }
        if (terms.are(place, UK_TIME)) {
            return List.of(new Match(next, TimePhrase::ukTime));
        }
        boolean link = terms.isAny(place, COMMA, COURTESY)
                // "6 - 7pm" is a stretch of time, "Thu 26 Nov - 7pm" is not.
                || (terms.are(place, DASH) && !(terms.are(place - 1, NUMBER) && terms.are(next, NUMBER)))
                || (terms.are(place, AT)
                        && terms.isAny(
                                next, NUMBER, HALF, QUARTER, A, NOON, MIDNIGHT, LUNCH, NIGHT, ABOUT, THE, WEEKEND))
                || (terms.are(place, ON) && next < terms.size())
                || (terms.are(place, THE) && terms.isAny(next, NUMBER, WEEKDAY, WEEKEND, NEXT, COMING, AFTER_TOMORROW));
        return link ? List.of(new Match(next, Optional::of)) : List.of();
    }
}
