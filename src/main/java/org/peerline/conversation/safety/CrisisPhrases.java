package org.peerline.conversation.safety;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.peerline.sms.Characters;

/**
 * A versioned list of phrases, one a line: words that follow each other, {@code kill/killing myself} for either,
 * {@code [really]} for a word that may be missing, {@code !holiday/leave} at the end for words that must not follow.
 * Capitals, punctuation and apostrophes never matter.
 */
final class CrisisPhrases {
    private static final int LONGEST_TEXT = 1600;
    private static final Pattern GAPS = Pattern.compile(" +");
    private static final String APOSTROPHES = "'\u2018\u2019\u02bc`\u00b4";
    private static final Pattern VERSION = Pattern.compile("version: (\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,3})?)");
    private static final Pattern LANGUAGE = Pattern.compile("\\[(en|cy)]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.,!?;:\\n]+");
    private static final Pattern PHRASE =
            Pattern.compile("(?:\\[?[\\p{L}0-9]+(?:/[\\p{L}0-9]+)*]? ?)+(?:(?<= )![\\p{L}0-9]+(?:/[\\p{L}0-9]+)*)?");

    private final String version;
    private final Map<String, List<String>> written;
    private final WordTrie anyOfThem = new WordTrie();

    /** Phrases that some words must not follow, without those words: where one ends a sentence, nothing follows it. */
    private final WordTrie guarded = new WordTrie();

    private CrisisPhrases(String version, Map<String, List<String>> written) {
        this.version = version;
        this.written = written;
        for (List<String> phrases : written.values()) {
            for (String phrase : phrases) {
                int guard = phrase.indexOf(" !");
                if (guard < 0) {
                    anyOfThem.add(choices(phrase), Set.of());
                } else {
                    List<List<String>> choices = choices(phrase.substring(0, guard));
                    anyOfThem.add(choices, Set.of(phrase.substring(guard + 2).split("/")));
                    guarded.add(choices, Set.of());
                }
            }
        }
    }

    /** The list is not in its form. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static CrisisPhrases read(List<String> lines) throws Unreadable {
        String version = "";
        String language = "";
        var phrases = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            var stated = VERSION.matcher(line);
            var section = LANGUAGE.matcher(line);
            if (stated.matches()) {
                version = stated.group(1);
            } else if (section.matches()) {
                language = section.group(1);
                phrases.putIfAbsent(language, new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (language.isEmpty()
                        || !PHRASE.matcher(line).matches()
                        || words(line).stream().allMatch(word -> word.startsWith("[") || word.startsWith("!"))) {
                    throw new Unreadable("line " + (at + 1) + " is no phrase under [en] or [cy]");
                }
                phrases.get(language).add(line);
            }
        }
        if (version.isEmpty()) {
            throw new Unreadable("it states no version, such as \"version: 2026-11-22\"");
        }
        if (!phrases.keySet().equals(Set.of("en", "cy"))
                || phrases.values().stream().anyMatch(List::isEmpty)) {
            throw new Unreadable("it needs phrases under [en] and under [cy]");
        }
        return new CrisisPhrases(version, phrases);
    }

    String version() {
        return version;
    }

    /** As written, by language. */
    Map<String, List<String>> written() {
        return written;
    }

    boolean isIn(String text) {
        List<String> words = plain(text);
        return anyOfThem.isIn(words)
                || guarded.isIn(words)
                        && Arrays.stream(SENTENCE_END.split(text)).anyMatch(part -> anyOfThem.isIn(plain(part)));
    }

    /** Its words, without accents and apostrophes. */
    private static List<String> plain(String text) {
        String shortened = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String apart = Normalizer.normalize(shortened, Normalizer.Form.NFKD);
        var letters = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); ) {
            int character = apart.codePointAt(at);
            at += Character.charCount(character);
            if (!isLeftOut(character)) {
                letters.appendCodePoint(character);
            }
        }
        String spaced = Characters.spaced(
                letters.toString().toLowerCase(Locale.ROOT),
                character -> !Character.isLetter(character) && (character < '0' || character > '9'));
        return Arrays.asList(spaced.split(" "));
    }

    private static boolean isLeftOut(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> APOSTROPHES.indexOf(character) >= 0;
        };
    }

    private static List<String> words(String phrase) {
        return Arrays.asList(GAPS.split(phrase));
    }

    /** For each place what may stand there; an empty word where there may be none. */
    private static List<List<String>> choices(String phrase) {
        return words(phrase).stream()
                .map(word -> {
                    var either = new ArrayList<String>();
                    for (String choice : word.replaceAll("[\\[\\]]", "").split("/")) {
                        either.add(String.join("", plain(choice)));
                    }
                    if (word.startsWith("[")) {
                        either.add("");
                    }
                    return List.copyOf(either);
                })
                .toList();
    }
}
