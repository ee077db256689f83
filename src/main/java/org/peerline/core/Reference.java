package org.peerline.core;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short name of a request, such as {@code PS-7K3QXM}: six digits of Crockford's base 32, which has no I, L, O or U,
 * so it can be read out over a telephone.
 */
public record Reference(String text) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("PS-[0-9A-HJKMNP-TV-Z]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Reference {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    public static Reference random() {
        var text = new StringBuilder("PS-");
        RANDOM.ints(6, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return new Reference(text.toString());
    }

    /** As a person may write it: any case, and the letters that Crockford reads as digits (O, I, L). */
    public static Optional<Reference> parse(String written) {
        if (written == null || written.length() > 12) {
            return Optional.empty();
        }
        String upper = written.strip().toUpperCase(Locale.ROOT);
        if (!upper.startsWith("PS-")) {
            return Optional.empty();
        }
        String digits = upper.substring(3).replace('O', '0').replace('I', '1').replace('L', '1');
        return FORM.matcher("PS-" + digits).matches() ? Optional.of(new Reference("PS-" + digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
