package org.peerline.calls.time.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words, and fixed phrases of up to four words, with all that each can be: "Mawrth" is both Tuesday and March. */
final class Vocabulary {
    static final int LONGEST_PHRASE = 4;

    private final Map<String, List<Term>> words = new HashMap<>();

    /** @param spellings separated by a bar, lower case, without apostrophes */
    Vocabulary add(Term term, String spellings) {
        for (String spelling : spellings.split("\\|")) {
            words.computeIfAbsent(spelling, unused -> new ArrayList<>()).add(term);
        }
        return this;
    }

    Vocabulary add(Kind kind, String spellings) {
        return add(Term.of(kind), spellings);
    }

    Vocabulary addAll(Vocabulary other) {
        other.words.forEach((spelling, terms) -> terms.forEach(term -> add(term, spelling)));
        return this;
    }

    /** All that the phrase can be; empty when it is not known. */
    List<Term> meanings(String phrase) {
        return words.getOrDefault(phrase, List.of());
    }
}
