package org.peerline.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Employers are compared without case, accents, punctuation, "the" and the legal endings of NHS trusts. Abbreviations that
 * can mean one employer only are read here; others are for coordinators to add.
 */
public final class EmployerName {
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("gosh", "great ormond street hospital for children"),
            Map.entry("gstt", "guys and st thomas"),
            Map.entry("ltht", "leeds teaching"),
            Map.entry("mft", "manchester"),
            Map.entry("nuth", "newcastle upon tyne"),
            Map.entry("nhsggc", "greater glasgow and clyde"),
            Map.entry("uclh", "university college london"));

    private static final String APOSTROPHE = "['`\u00b4\u02bc\u2018\u2019\u201b]";

    /** "Leeds Teaching Hospitals (LTHT)": what stands in brackets only says the same shorter. */
    private static final Pattern ABBREVIATED_BEHIND = Pattern.compile("^(.*\\p{Ll}.*?)\\s*\\(\\p{Lu}{2,8}\\)\\s*$");

    private EmployerName() {}

    /** The form in which two spellings of one employer are equal. */
    public static String normalise(String written) {
        String plain = Normalizer.normalize(
                        ABBREVIATED_BEHIND.matcher(written).replaceFirst("$1").replaceAll(APOSTROPHE, "'"),
                        Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("(?<=s)'s\\b", "")
                .replace("'", "")
                // "N.H.S." and "F.T."
                .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("\\bsaint\\b", "st")
                .replaceAll("\\bhosps?\\b", "hospital")
                .replaceAll("\\buniv\\b", "university")
                .replaceAll("\\buhb\\b", "university health board")
                .strip();
        String core = plain.replaceFirst("^the ", "")
                .replaceFirst("^nhs (?=\\p{L})", "")
                .replaceAll("( nhs| hospitals?| university| foundation| nhsft| ft| trust)+$", "")
                .strip();
        // A name that consists of such words only is compared whole.
        return core.isEmpty() || core.matches("(nhs|foundation|ft|trust)( trust)?")
                ? plain
                : ABBREVIATIONS.getOrDefault(core, core);
    }
}
