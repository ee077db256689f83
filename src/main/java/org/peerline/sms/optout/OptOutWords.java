package org.peerline.sms.optout;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.peerline.sms.Characters;

/**
 * The words by which a person stops our texts, or lets them come again. The same words as the carriers', because those
 * act on them whether we do or not.
 *
 * <p>Only the word alone counts, in any case and any width; white space, full stops, exclamation marks and quotation
 * marks around it are ignored. A question mark is not: "End?" is a question.
 */
public final class OptOutWords {
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

    private static final String AROUND = ".,!'\"‚„。،।`´*_-";

    /** No wish to stop is without one of these; looking for them is cheap, and almost no text has one. */
    private static final List<String> HINTS = List.of(
            "stop",
            "n't ",
            "dont ",
            "do not ",
            "never ",
            "not to ",
            "no more ",
            "unsub",
            "opt",
            "remove ",
            "delete ",
            "take ",
            "leave me");

    private static final Pattern WISH_TO_STOP = Pattern.compile("\\b(?:"
            + "stop(?: \\w+)? (?:text|messag|contact|send|writ|bother|spam|these|this)\\w*"
            + "|(?:don't|dont|do not|never|not to) (?:ever )?(?:text|message|contact|sms|write to|send) (?:me|us|this number|any)"
            + "|no more (?:texts|text|messages|sms)"
            + "|unsubscribe|optout|opt out|opt me out|opting out"
            + "|(?:remove|delete|take) (?:me|my number|this number)\\b"
            + "|leave me alone"
            + ")");
    private static final Pattern HARDLY_MORE_THAN_STOP =
            Pattern.compile("(?:(?:please|pls|just|now|stop) )?stop(?: (?:please|pls|now|it|all|everything|stop))?");

    private OptOutWords() {}

    public static boolean isStop(String body) {
        return STOP.contains(bare(body));
    }

    /** YES is among these words; it opts in only a number that is opted out. */
    public static boolean isStart(String body) {
        return START.contains(bare(body));
    }

    /**
     * Whether a text that is no stop word may still be a wish not to be texted: it opts nobody out, it is put in front of
     * a coordinator. Rather too often than too seldom.
     */
    public static boolean mentionsStopping(String body) {
        String words = Characters.spaced(
                Normalizer.normalize(body, Normalizer.Form.NFKC)
                        .replace('\u2019', '\'')
                        .toLowerCase(Locale.ROOT),
                character -> !Characters.isInWords(character) && character != '\'');
        return HINTS.stream().anyMatch(words::contains)
                && !isStop(body)
                && (WISH_TO_STOP.matcher(words).find()
                        || HARDLY_MORE_THAN_STOP.matcher(words).matches());
    }

    private static String bare(String body) {
        String plain = Normalizer.normalize(body, Normalizer.Form.NFKC);
        String bare = Characters.trim(plain, OptOutWords::standsAround);
        // The longest of the words has eleven letters.
        return bare.length() > 20 ? "" : bare.toUpperCase(Locale.ROOT);
    }

    private static boolean standsAround(int character) {
        return Characters.isGap(character)
                || AROUND.indexOf(character) >= 0
                || Character.getType(character) == Character.INITIAL_QUOTE_PUNCTUATION
                || Character.getType(character) == Character.FINAL_QUOTE_PUNCTUATION;
    }
}
