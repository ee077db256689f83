package org.peerline.sms.optout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final String AROUND = "[\\s\\p{Z}\\p{Cf}\\p{Cc}.,!'\"\\p{Pi}\\p{Pf}‚„。،।`´*_-]+";
    private static final Pattern EDGES = Pattern.compile("^" + AROUND + "|" + AROUND + "$");

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}']+");
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
        String words = GAPS.matcher(Normalizer.normalize(body, Normalizer.Form.NFKC)
                        .replace('\u2019', '\'')
                        .toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return !isStop(body)
                && (WISH_TO_STOP.matcher(words).find()
                        || HARDLY_MORE_THAN_STOP.matcher(words).matches());
    }

    private static String bare(String body) {
        String plain = Normalizer.normalize(body, Normalizer.Form.NFKC);
        return EDGES.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
