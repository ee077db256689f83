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
 * Names to avoid are compared on surname and first name, titles and letters behind the name left out, an initial standing
 * for any first name that begins with it, and either half of a double-barrelled surname for the whole. A possible match
 * counts as a match: avoiding one person too many does no harm.
 */
public final class NameKeys {
    private static final Set<String> TITLES =
            Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "lady", "lord");

    private static final Set<String> LETTERS_BEHIND = Set.of(
            "mbbs",
            "mbchb",
            "mrcp",
            "frcp",
            "mrcgp",
            "frcgp",
            "mrcs",
            "frcs",
            "frca",
            "mrcpsych",
            "frcpsych",
            "phd",
            "mbe",
            "obe",
            "cbe");

    private NameKeys() {}

    /** A name in its parts. */
    private record Parts(List<String> firstNames, Set<String> surnames) {}

    /** What somebody is known by; avoiding any of these avoids them. */
    public static Set<String> ofPeer(String fullName) {
        Parts name = parts(fullName);
        var keys = new TreeSet<String>();
        for (String surname : name.surnames) {
            keys.add("surname:" + surname);
            for (String first : name.firstNames) {
                keys.add("initial:" + surname + ':' + first.charAt(0));
                keys.add((first.length() == 1 ? "only-initial:" : "first:") + surname + ':' + first);
            }
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
        Parts avoided = parts(name);
        var keys = new TreeSet<String>();
        for (String surname : avoided.surnames) {
            if (avoided.firstNames.isEmpty()) {
                keys.add("surname:" + surname);
            }
            for (String first : avoided.firstNames) {
                if (first.length() == 1) {
                    keys.add("initial:" + surname + ':' + first);
                } else {
                    keys.add("first:" + surname + ':' + first);
                    keys.add("only-initial:" + surname + ':' + first.charAt(0));
                }
            }
        }
        return keys;
    }

    private static Parts parts(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("\u00f8", "o")
                .replace("\u0142", "l")
                .replace("\u00df", "ss")
                .replace("\u00e6", "ae")
                .replaceAll("['\u2019]", "")
                .replaceAll("\\s*[-\u2010-\u2015]\\s*", "-")
                .replaceAll("[^\\p{L},-]+", " ")
                .strip();
        // "Smith, Jane" is Jane Smith; "Jane Smith, MRCGP" is not MRCGP Jane Smith.
        int comma = plain.indexOf(',');
        String front = comma < 0 ? "" : String.join(" ", words(plain.substring(comma + 1)));
        List<String> words = words(front + ' ' + (comma < 0 ? plain : plain.substring(0, comma)));
        if (words.isEmpty()) {
            return new Parts(List.of(), Set.of());
        }
        String last = words.get(words.size() - 1);
        var surnames = new TreeSet<>(Arrays.asList(last.split("-")));
        surnames.add(last.replace("-", ""));
        List<String> firstNames = words.subList(0, words.size() - 1).stream()
                .flatMap(word -> Arrays.stream(word.split("-")))
                .toList();
        return new Parts(firstNames, surnames);
    }

    private static List<String> words(String plain) {
        var words = new ArrayList<>(Arrays.asList(plain.split("[^\\p{L}-]+|(?<!\\p{L})-|-(?!\\p{L})")));
        words.removeIf(word -> word.isEmpty() || TITLES.contains(word) || LETTERS_BEHIND.contains(word));
        return words;
    }
}
