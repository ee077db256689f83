package org.peerline.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Employers are compared without case, accents, punctuation, "the" and the legal endings of NHS trusts. */
public final class EmployerName {
    private EmployerName() {}

    /** The form in which two spellings of one employer are equal. */
    public static String normalise(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String core = plain.replaceFirst("^the ", "")
                .replaceAll("( nhs| hospitals?| university| foundation| ft| trust)+$", "")
                .strip();
        // A name that consists of such words only is compared whole.
        return core.isEmpty() ? plain : core;
    }
}
