package org.peerline.conversation.safety;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases, word by word, so that looking for all of them costs one step for nearly every word of a text. */
final class WordTrie {
    private final Map<String, WordTrie> next = new HashMap<>();

    /** The words that must not follow the phrase that ends here; {@code null} where none ends. */
    private Set<String> notBefore;

    /**
     * @param choices for each place in the phrase the words that may stand there; "" where there may be none
     * @param mustNotFollow words before which it is no such phrase
     */
    void add(List<List<String>> choices, Set<String> mustNotFollow) {
        if (choices.isEmpty()) {
            if (notBefore == null) {
                notBefore = new HashSet<>(mustNotFollow);
            } else {
                notBefore.retainAll(mustNotFollow);
            }
            return;
        }
        for (String word : choices.get(0)) {
            WordTrie node = word.isEmpty() ? this : next.computeIfAbsent(word, first -> new WordTrie());
            node.add(choices.subList(1, choices.size()), mustNotFollow);
        }
    }

    /** Whether a phrase stands somewhere in these words. */
    boolean isIn(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            WordTrie node = this;
            for (int at = from; node != null; at++) {
                String word = at < words.size() ? words.get(at) : "";
                if (node.notBefore != null && !node.notBefore.contains(word)) {
                    return true;
                }
                node = node.next.get(word);
            }
        }
        return false;
    }
}
