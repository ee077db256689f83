package org.peerline.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names to avoid are compared on surname and first name, titles left out, an initial standing for any first name that
 * begins with it. A possible match counts as a match: avoiding one person too many does no harm.
 */
public final class NameKeys {
    private static final Set<String> TITLES =
            Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "lady", "lord");

    private NameKeys() {}

    /** What a peer is known by; avoiding any of these avoids the peer. */
    public static Set<String> ofPeer(String fullName) {
        List<String> words = words(fullName);
        var keys = new TreeSet<String>();
        if (words.isEmpty()) {
            return keys;
        }
        String surname = words.get(words.size() - 1);
        keys.add("surname:" + surname);
        for (String first : words.subList(0, words.size() - 1)) {
            keys.add("initial:" + surname + ':' + first.charAt(0));
            keys.add((first.length() == 1 ? "only-initial:" : "first:") + surname + ':' + first);
        }
        return keys;
    }

    /** What somebody is known by to themselves: surname and a whole first name. */
    public static Set<String> ofSelf(String fullName) {
        return ofPeer(fullName).stream()
                .filter(key -> key.startsWith("first:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a name to avoid matches. */
    public static Set<String> ofAvoided(String name) {
        List<String> words = words(name);
        var keys = new TreeSet<String>();
        if (words.isEmpty()) {
            return keys;
        }
        String surname = words.get(words.size() - 1);
        if (words.size() == 1) {
            keys.add("surname:" + surname);
        }
        for (String first : words.subList(0, words.size() - 1)) {
            if (first.length() == 1) {
                keys.add("initial:" + surname + ':' + first);
            } else {
                keys.add("first:" + surname + ':' + first);
                keys.add("only-initial:" + surname + ':' + first.charAt(0));
            }
        }
        return keys;
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "");
        var words = new ArrayList<>(Arrays.asList(plain.split("[^\\p{L}]+")));
        words.removeIf(word -> word.isEmpty() || TITLES.contains(word));
        return words;
    }
}
