package org.peerline.calls.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens one peer's feed and no other door: {@code pc_} and 256 random bits. Never printed. */
public record CalendarToken(String text) {
    private static final String PREFIX = "pc_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static CalendarToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new CalendarToken(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty when it is not the form of such a token. */
    public static Optional<CalendarToken> parse(String text) {
        return Optional.ofNullable(text)
                .filter(written -> FORM.matcher(written).matches())
                .map(CalendarToken::new);
    }

    /** All that is stored; enough for so many random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Under which its use is counted; opens nothing. */
    public String countedAs() {
        return "calendar:" + HexFormat.of().formatHex(hash());
    }

    @Override
    public String toString() {
        return "CalendarToken";
    }
}
