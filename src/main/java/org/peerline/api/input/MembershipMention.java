package org.peerline.api.input;

import java.text.Normalizer;
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

    /** Unions, associations and defence organisations of doctors; a number behind one of them says who pays it. */
    private static final String ORGANISATION = "(?:bma|mdu|mddus|mps|hcsa|dauk|unison|unite|gmb|bda|bida|bapio|rcgp|rcp"
            + "|rcpsych|rcs|rcoa|rcog|rcpch|rcem|rcr|rcpath)";

    /** The same as people write them out. */
    private static final String WRITTEN_OUT = "(?:british medical association|medical protection society"
            + "|hospital consultants (?:and|&) specialists association|doctors.? association(?: uk)?"
            + "|royal college of [a-z ]{2,40}?)";

    private static final String ANY_ORGANISATION = "(?:" + ORGANISATION
            + "|(?:british|royal)?(?:medical)?(?:defence|protection)?(?:(?:trade)?union|association|society|college)"
            + "|defence|indemnity)";
    private static final String NUMBER = "(?:no|nr|num|number|id|ref|reference|card|cardnumber|code|pin|since|status"
            + "|type|grade|expiry|policy|policynumber)";

    /** Letters only, in small. In Welsh a member is an aelod, and a number a rhif that stands in front. */
    private static final Pattern NAME = Pattern.compile("(?:is|has|my|your|current|rhif)?(?:"
            + ANY_ORGANISATION + "?(?:member(?:s|ship)?|aelod(?:aeth)?)" + NUMBER + "?"
            + "|" + ANY_ORGANISATION + "(?:member(?:ship)?)?" + NUMBER
            + "|(?:bma|mdu|mddus|mps|hcsa|(?:trade)?union|britishmedicalassociation)"
            + "|subscri(?:ber|ption)" + NUMBER + ")");

    private static final String LABEL =
            "(?:member(?:ship)?s?|aelod(?:aeth)?|rhif|mem|is|are|was|my|card|num|" + NUMBER + ")";

    /** A letter at most and five digits or more, spaced, hyphened or not. */
    private static final String DIGITS = "[a-z]?\\W?\\d(?:[ \\u00a0./-]?\\d){4,}";

    /** The word, perhaps "no." or "number is", and the number; or the number and the organisation behind it. */
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:member(?:ship)?|aelod(?:aeth)?|union|" + ORGANISATION + "|" + WRITTEN_OUT + ")\\b(?:\\W{1,3}" + LABEL
                    + ")*\\W{0,3}" + DIGITS
                    + "|\\b(?:bma|mdu|mddus|hcsa)\\d{5,}\\b"
                    + "|\\b\\d(?:[ -]?\\d){4,}[ (\\[]{1,3}(?:" + ORGANISATION + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private MembershipMention() {}

    /** Whether a property of this name would hold one: {@code membershipNumber}, {@code bma_no}, {@code Member-ID}. */
    public static boolean isName(String property) {
        String plain = letters(property).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return NAME.matcher(plain).matches();
    }

    public static boolean isIn(String text) {
        return IN_WORDS.matcher(letters(text)).find();
    }

    /** Full-width digits and accents are the same as plain ones. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }
}
