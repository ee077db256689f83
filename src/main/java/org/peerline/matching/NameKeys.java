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
 * for any first name that begins with it, and either half of a double-barrelled surname for the whole, either of two surnames for both, and the surname written first
 * for one written last. A possible match
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

    /** Words inside a surname that are no surname themselves. */
    private static final Set<String> PARTICLES = Set.of(
            "al", "ap", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
            "la", "le", "ten", "ter", "van", "von", "y");

    /** Before what only may be somebody's name, so that it is never taken for their own. */
    private static final String PERHAPS = "perhaps-";

    private NameKeys() {}

    /** A name in its parts. */
    private record Parts(List<String> firstNames, Set<String> surnames) {}

    /** What somebody is known by; avoiding any of these avoids them. */
    public static Set<String> ofPeer(String fullName) {
        List<String> words = inOrder(fullName);
        var keys = asWritten(fullName);
        // Whoever has two surnames is often called by the first of them.
        for (int at = 1; at < words.size() - 1; at++) {
            if (!PARTICLES.contains(words.get(at))) {
                knownBy(parts(words, at)).forEach(key -> keys.add(PERHAPS + key));
            }
        }
        return keys;
    }

    /** A name as it is written, and no other that may be meant by it. */
    public static Set<String> asWritten(String fullName) {
        List<String> words = inOrder(fullName);
        return words.isEmpty() ? new TreeSet<>() : knownBy(parts(words, words.size() - 1));
    }

    private static Set<String> knownBy(Parts name) {
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
        return asWritten(fullName).stream()
                .filter(key -> key.startsWith("first:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a name to avoid matches. */
    public static Set<String> ofAvoided(String name) {
        List<String> words = inOrder(name);
        var keys = new TreeSet<String>();
        if (words.isEmpty()) {
            return keys;
        }
        int last = words.size() - 1;
        for (String key : meant(parts(words, last))) {
            keys.add(key);
            keys.add(PERHAPS + key);
        }
        for (int at = 1; at < last; at++) {
            if (!PARTICLES.contains(words.get(at))) {
                keys.addAll(meant(parts(words, at)));
            }
        }
        // The surname first, without a comma.
        for (int at = 0; at < last; at++) {
            keys.addAll(meant(new Parts(words.subList(last, last + 1), surnames(words.get(at)))));
        }
        if (last > 1) {
            keys.addAll(meant(new Parts(words.subList(1, last), surnames(words.get(0)))));
        }
        return keys;
    }

    private static Set<String> meant(Parts avoided) {
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

    /** The name with this word of it as the surname. */
    private static Parts parts(List<String> words, int surname) {
        List<String> firstNames = words.subList(0, surname).stream()
                .flatMap(word -> Arrays.stream(word.split("-")))
                .filter(first -> !first.isEmpty())
                .toList();
        return new Parts(firstNames, surnames(words.get(surname)));
    }

    private static Set<String> surnames(String word) {
        var surnames = new TreeSet<>(Arrays.asList(word.split("-")));
        surnames.add(word.replace("-", ""));
        return surnames;
    }

    private static List<String> inOrder(String name) {
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
        if (comma < 0) {
            return words(plain);
        }
        List<String> front = words(plain.substring(comma + 1));
        front.addAll(words(plain.substring(0, comma)));
        return withoutTitles(front);
    }

    private static List<String> words(String plain) {
        var words = new ArrayList<>(Arrays.asList(plain.split("[^\\p{L}-]+|(?<!\\p{L})-|-(?!\\p{L})")));
        words.removeIf(word -> word.isEmpty() || LETTERS_BEHIND.contains(word));
        return withoutTitles(words);
    }

    /** Some are surnames as well, so the last word is never one. */
    private static List<String> withoutTitles(List<String> words) {
        while (words.size() > 1 && TITLES.contains(words.get(0))) {
            words.remove(0);
        }
        return words;
    }
}
