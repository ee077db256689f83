package org.peerline.api.input;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a UK postcode; whether it is in use only Royal Mail knows. */
public final class UkPostcode {
    /**
     * Outward and inward code as Royal Mail describes them: the inward letters never C I K M O V. Crown dependencies (GY,
     * JE, IM) and forces (BF) have the same form; GIR 0AA is the one exception.
     */
    private static final Pattern FORM = Pattern.compile(
            "(?:GIR0AA|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))"
                    + "[0-9][ABD-HJLNP-UW-Z]{2})");

    private static final int INWARD = 3;

    private UkPostcode() {}

    /** As it is written on a letter: capitals, one space before the last three; empty when it is no postcode. */
    public static Optional<String> normalised(String written) {
        if (written == null || written.length() > 12) {
            return Optional.empty();
        }
        String plain = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(plain).matches()) {
            return Optional.empty();
        }
        int cut = plain.length() - INWARD;
        return Optional.of(plain.substring(0, cut) + " " + plain.substring(cut));
    }
}
