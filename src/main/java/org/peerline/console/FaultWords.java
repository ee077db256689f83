package org.peerline.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.wording.Language;

/**
 * What the doors say of a fault, in English, in the reader's language: each such sentence is a line {@code fault-line.}
 * of the pages. Numbers in it may be any.
 */
final class FaultWords {
    private static final String LINES = "fault-line.";
    private static final String ONE_OF = "Must be one of ";
    private static final Pattern NUMBER = Pattern.compile("\\{\\d}|\\d+(?:,\\d{3})*");

    private static final Map<String, String> KEYS = Words.in(Language.EN).keys().stream()
            .filter(key -> key.startsWith(LINES))
            .collect(Collectors.toUnmodifiableMap(
                    key -> shape(Words.in(Language.EN).known(key).orElseThrow()), Function.identity()));

    private FaultWords() {}

    /** A sentence that has no line is said as it is: better in English than not at all. */
    static String in(Language language, String sentence) {
        String key = KEYS.get(shape(sentence));
        if (key != null) {
            return Words.in(language).say(key, numbers(sentence).toArray());
        }
        return sentence.startsWith(ONE_OF)
                ? Words.in(language).say("fault-one-of", sentence.substring(ONE_OF.length()))
                : sentence;
    }

    static boolean knows(String sentence) {
        return KEYS.containsKey(shape(sentence));
    }

    private static String shape(String sentence) {
        return NUMBER.matcher(sentence).replaceAll("#");
    }

    private static List<String> numbers(String sentence) {
        var numbers = new ArrayList<String>();
        Matcher found = NUMBER.matcher(sentence);
        while (found.find()) {
            numbers.add(found.group());
        }
        return numbers;
    }
}
