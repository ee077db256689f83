package org.peerline.calls.time.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.wording.Language;

/** Takes a text apart into {@link Terms}. One unknown word or sign, and there are none. */
public final class TimeText {
    /** A text segment: nobody needs more for a time, and the work on a hostile text stays small. */
    public static final int LONGEST = 160;

    private static final Vocabulary ENGLISH = EnglishWords.vocabulary();
    private static final Vocabulary WELSH_AND_ENGLISH =
            EnglishWords.vocabulary().addAll(WelshWords.vocabulary());

    private static final Pattern DOTTED_HALF_DAY = Pattern.compile("(?<![a-z])([ap])\\. ?m(?![a-z])\\.?");
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})-(?=\\p{L})");
    private static final Pattern DROPPED = Pattern.compile("['\u2018\u2019\u02bc`\u00b4\"\u201c\u201d()?!]");
    /** Only signs that agree; a cross or a lowered thumb may turn the meaning round. */
    private static final Pattern FRIENDLY_FACE =
            Pattern.compile("[\\x{1F44D}\\x{1F642}\\x{1F60A}\\x{1F64F}\\x{1F600}\\x{1F603}\\x{263A}]"
                    + "[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]?");

    private static final Pattern PIECE = Pattern.compile(
            "(?<slang>2(?:day|nite|night|moro|morrow|mrw|moz|mora)(?!\\p{L}))|(?<digits>[0-9]+)|(?<word>\\p{L}+)"
                    + "|(?<sign>[:.,;/@~\\-])|(?<space>\\s+)|(?<other>.)");

    private TimeText() {}

    public static Optional<Terms> read(String text, Language language) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        return pieces(plain(text)).flatMap(pieces -> terms(pieces, vocabulary(language)));
    }

    private static Vocabulary vocabulary(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case CY -> WELSH_AND_ENGLISH;
        };
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = FRIENDLY_FACE.matcher(plain).replaceAll(" ");
        plain = DROPPED.matcher(plain).replaceAll("").replaceAll("[\u2010-\u2015\u2212]", "-");
        plain = HYPHEN.matcher(plain).replaceAll(" ");
        return DOTTED_HALF_DAY.matcher(plain).replaceAll("$1m ").strip();
    }

    private static Optional<List<String>> pieces(String plain) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(plain);
        while (matcher.find()) {
            if (matcher.group("other") != null) {
                return Optional.empty();
            }
            if (matcher.group("space") == null) {
                pieces.add(matcher.group());
            }
        }
        return Optional.of(pieces);
    }

    private static Optional<Terms> terms(List<String> pieces, Vocabulary vocabulary) {
        List<List<Term>> places = new ArrayList<>();
        int next = 0;
        while (next < pieces.size()) {
            String piece = pieces.get(next);
            int length = 1;
            if (isNumber(piece)) {
                if (piece.length() > 4) {
                    return Optional.empty();
                }
                places.add(List.of(Term.written(piece)));
            } else if (!Character.isLetterOrDigit(piece.codePointAt(0))) {
                Kind sign = SignReading.of(piece.charAt(0), numberAt(pieces, next - 1), numberAt(pieces, next + 1));
                if (sign != null) {
                    places.add(List.of(Term.of(sign)));
                }
            } else {
                length = longestKnown(pieces, next, vocabulary);
                if (length == 0) {
                    return Optional.empty();
                }
                places.add(vocabulary.meanings(String.join(" ", pieces.subList(next, next + length))));
            }
            next += length;
        }
        return Optional.of(new Terms(places));
    }

    private static int longestKnown(List<String> pieces, int from, Vocabulary vocabulary) {
        int most = Math.min(Vocabulary.LONGEST_PHRASE, pieces.size() - from);
        for (int length = most; length > 0; length--) {
            String phrase = String.join(" ", pieces.subList(from, from + length));
            if (!vocabulary.meanings(phrase).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    private static boolean numberAt(List<String> pieces, int place) {
        return place >= 0 && place < pieces.size() && isNumber(pieces.get(place));
    }

    private static boolean isNumber(String piece) {
        return piece.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
