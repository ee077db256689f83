package org.peerline.api.input;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what would link somebody to the membership of an organisation: the well-known names of such fields, and such a
 * number in the words of another field. Peerline has no place for it and takes none; what two people write to each other
 * is not looked at.
 */
public final class MembershipMention {
    /** Said wherever one is refused. */
    public static final String SENTENCE =
            "Peerline keeps no membership of any organisation: please leave the membership number out.";

    private static final String ORGANISATION = "(?:bma|mdu|mddus|mps|hcsa|union)";
    private static final String NUMBER = "(?:no|nr|num|number|id|ref|reference|card|cardnumber)";

    private static final Pattern NAME = Pattern.compile(
            ORGANISATION + "?member(?:ship)?" + NUMBER + "?|" + ORGANISATION + "(?:member(?:ship)?)?" + NUMBER + "?");

    /** The word, perhaps "no." or "number is", and five digits or more, spaced or not, one letter before them at most. */
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:member(?:ship)?|" + ORGANISATION + ")\\b(?:\\W{1,3}(?:member(?:ship)?|is|card|" + NUMBER
                    + "))*\\W{0,3}[a-z]?\\d(?:[ \\u00a0]?\\d){4,}",
            Pattern.CASE_INSENSITIVE);

    private MembershipMention() {}

    /** Whether a property of this name would hold one: {@code membershipNumber}, {@code bma_no}, {@code Member-ID}. */
    public static boolean isName(String property) {
        String plain = property.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return NAME.matcher(plain).matches();
    }

    public static boolean isIn(String text) {
        return IN_WORDS.matcher(text).find();
    }
}
