package org.peerline.conversation.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases, word by word, so that looking for all of them costs one step for nearly every word of a text. */
final class WordTrie {
    private final Map<String, WordTrie> next = new HashMap<>();
    private boolean ends;

    /** @param choices for each place in the phrase the words that may stand there; "" where there may be none */
    void add(List<List<String>> choices) {
        if (choices.isEmpty()) {
            ends = true;
            return;
        }
        for (String word : choices.get(0)) {
            WordTrie node = word.isEmpty() ? this : next.computeIfAbsent(word, first -> new WordTrie());
            node.add(choices.subList(1, choices.size()));
        }
    }

    /** Whether a phrase stands somewhere in these words. */
    boolean isIn(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            WordTrie node = this;
            for (int at = from; node != null && !node.ends && at < words.size(); at++) {
                node = node.next.get(words.get(at));
            }
            if (node != null && node.ends) {
                return true;
            }
        }
        return false;
    }
}
