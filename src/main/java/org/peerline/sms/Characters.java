package org.peerline.sms;

import java.util.function.IntPredicate;

/**
 * What the front desk asks about the characters of a text. Each is looked at once, without a pattern: every text passes
 * here several times, and one that is written to keep a pattern busy costs no more than another.
 */
public final class Characters {
    private Characters() {}

    /** @param loose code points that are taken off at both ends, as many as there are */
    public static String trim(String text, IntPredicate loose) {
        int from = 0;
        int to = text.length();
        while (from < to && loose.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && loose.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** One space for every run of code points of this kind; none at either end. */
    public static String spaced(String text, IntPredicate between) {
        var words = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (!between.test(character)) {
                words.appendCodePoint(character);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().stripTrailing();
    }

    /** The categories of Unicode that begin with P. */
    public static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Separators, control characters, and those that nobody sees. */
    public static boolean isGap(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Letters and numbers of any script. */
    public static boolean isInWords(int character) {
        return Character.isLetter(character)
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
