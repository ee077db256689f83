package org.peerline.relay;

import java.util.regex.Pattern;

/**
 * What a person wrote, made safe to store and to pass on. Nothing that can be read is changed.
 *
 * <p>Control characters go, because a database refuses NUL and a phone may act on the others; every kind of line break
 * becomes a line feed, so that words stay apart. Halves of surrogate pairs cannot be encoded and become U+FFFD. Bidi
 * embeddings, overrides and isolates go, because they could make a text show another heading than ours; the plain marks
 * (U+200E, U+200F, U+061C), which Arabic and Hebrew keyboards put in, stay.
 */
public final class CleanText {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u000B\f\u0085]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");
    private static final Pattern BIDI = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private CleanText() {}

    public static String of(String written) {
        return written.codePoints().noneMatch(CleanText::isDoubtful) ? written : cleaned(written);
    }

    /** Whatever one of the patterns could find. */
    private static boolean isDoubtful(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String cleaned(String written) {
        String lines = LINE_BREAK.matcher(written).replaceAll("\n");
        String printable = CONTROL.matcher(lines).replaceAll("");
        String oneWay = BIDI.matcher(printable).replaceAll("");
        return LONE_SURROGATE.matcher(oneWay).replaceAll("\uFFFD");
    }
}
