package org.peerline.calls.time.grammar;

import static org.peerline.calls.time.words.Kind.*;

import org.peerline.calls.time.words.Terms;

/** A number of weeks, as in "a week on Friday", "two weeks today", "a fortnight on Monday". */
record Weeks(int count, int end) {

    /** @return null when no number of weeks stands here */
    static Weeks at(Terms terms, int place) {
        int noun = terms.skip(place, A);
        if (terms.are(noun, WEEK)) {
            return new Weeks(1, noun + 1);
        }
        if (terms.are(noun, FORTNIGHT)) {
            return new Weeks(2, noun + 1);
        }
        return terms.are(place, NUMBER, WEEK) ? new Weeks(terms.value(place, NUMBER), place + 2) : null;
    }
}
