package org.peerline.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names to avoid are compared on surname and first name, titles and letters behind the name left out, an initial standing
 * for any first name that begins with it, and either half of a double-barrelled surname for the whole, either of two
 * surnames for both, and the surname written first for one written last; a name in several words for the same in one. A
 * possible match counts as a match: avoiding one person too many does no harm.
 */
public final class NameKeys {
    private static final Set<String> TITLES = Set.of(
            "dr",
            "drs",
            "doctor",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "prof",
            "professor",
            "sir",
            "dame",
            "lady",
            "lord",
            "rev",
            "revd",
            "reverend",
            "capt",
            "captain",
            "consultant");

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

    /** What is often written apart from the rest of a surname, or together with it. */
    private static final Set<String> APART_OR_NOT = Stream.concat(
                    PARTICLES.stream(), Stream.of("o", "mc", "mac", "st", "abu", "bint", "ben", "san", "santa"))
            .collect(Collectors.toUnmodifiableSet());

    /** Letters that are no others with marks. */
    private static final Map<String, String> LETTERS = Map.of(
            "\u00f8", "o", "\u0142", "l", "\u00df", "ss", "\u00e6", "ae", "\u0153", "oe", "\u0111", "d", "\u00f0", "d",
            "\u00fe", "th", "\u0131", "i");

    /** Before what only may be somebody's name, so that it is never taken for their own. */
    private static final String PERHAPS = "perhaps-";

    private NameKeys() {}

    /** A name in its parts. */
    private record Parts(List<String> firstNames, Set<String> surnames) {}

    /** What somebody is known by; avoiding any of these avoids them. */
    public static Set<String> ofPeer(String fullName) {
        List<String> words = inOrder(fullName);
        var keys = asWritten(fullName);
        for (String spelling : NameSpellings.of(fullName)) {
            List<String> spelt = inOrder(spelling);
            var others = otherwise(spelt);
            if (!spelt.equals(words)) {
                others.add(parts(spelt, spelt.size() - 1));
            }
            others.forEach(name -> knownBy(name).forEach(key -> keys.add(PERHAPS + key)));
        }
        // Whoever has two surnames is often called by the first of them.
        for (int at = 1; at < words.size() - 1; at++) {
            if (!PARTICLES.contains(words.get(at))) {
                knownBy(parts(words, at)).forEach(key -> keys.add(PERHAPS + key));
            }
        }
        return keys;
    }

    /**
     * The same of a peer whom most people know only as they are shown to them: as "Dr Amara N", and therefore as Dr Amara.
     */
    public static Set<String> ofPeer(String fullName, String displayName) {
        var keys = ofPeer(fullName);
        keys.addAll(ofSelf(displayName));
        List<String> shown = inOrder(displayName);
        if (shown.size() > 1 && shown.get(shown.size() - 1).length() == 1) {
            keys.add(PERHAPS + "surname:" + shown.get(0));
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
        return NameSpellings.meantBy(name).stream()
                .flatMap(meant -> NameSpellings.of(meant).stream())
                .flatMap(spelling -> ofAvoided(inOrder(spelling)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofAvoided(List<String> words) {
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
        otherwise(words).forEach(other -> keys.addAll(meant(other)));
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
        return new Parts(firstNames(words.subList(0, surname)), surnames(words.get(surname)));
    }

    private static List<String> firstNames(List<String> words) {
        return words.stream()
                .flatMap(word -> Arrays.stream(word.split("-")))
                .filter(first -> !first.isEmpty())
                .toList();
    }

    /** The same name with words together that may be written apart: "O Brien", "van den Berg", "Anne Marie"; Mac as Mc. */
    private static List<Parts> otherwise(List<String> words) {
        var others = new ArrayList<Parts>();
        String surname = "";
        for (int from = words.size() - 1; from >= 0; from--) {
            if (!surname.isEmpty() && !APART_OR_NOT.contains(words.get(from))) {
                break;
            }
            boolean together = !surname.isEmpty();
            surname = words.get(from) + surname;
            List<String> firstNames = firstNames(words.subList(0, from));
            Set<String> surnames = surnames(surname);
            boolean mac = surname.startsWith("mac");
            if (mac) {
                surnames.addAll(surnames("mc" + surname.substring(3)));
            }
            if (together || mac) {
                others.add(new Parts(firstNames, surnames));
            }
            for (int at = 1; at < firstNames.size(); at++) {
                others.add(new Parts(List.of(firstNames.get(at - 1) + firstNames.get(at)), surnames));
            }
        }
        return others;
    }

    private static Set<String> surnames(String word) {
        var surnames = new TreeSet<>(Arrays.asList(word.split("-")));
        surnames.add(word.replace("-", ""));
        return surnames;
    }

    private static List<String> inOrder(String name) {
        // An apostrophe is whatever a keyboard has in its place, before it is taken for a space with an accent.
        String letters = Normalizer.normalize(
                        name.replaceAll("['`\u00b4\u02bc\u2018\u2019\u201b]", ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            letters = letters.replace(letter.getKey(), letter.getValue());
        }
        String plain = letters.replaceAll("\\s*[-\u2010-\u2015]\\s*", "-")
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
