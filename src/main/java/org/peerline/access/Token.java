package org.peerline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bearer token: {@code pl_} (API key) or {@code ps_} (session) and 256 random bits. Prints as its kind only. */
public record Token(Kind kind, String text) {
    private static final Pattern FORM = Pattern.compile("p[ls]_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** What a token is for; its prefix lets secret scanners and people tell. */
    public enum Kind {
        API_KEY("pl_"),
        SESSION("ps_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static Token random(Kind kind) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(
                kind, kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty when it is not the form of a token of ours. */
    public static Optional<Token> parse(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Kind kind = text.startsWith(Kind.API_KEY.prefix) ? Kind.API_KEY : Kind.SESSION;
        return Optional.of(new Token(kind, text));
    }

    /** SHA-256, which is enough for 256 random bits, and all that is ever stored. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return kind + "[redacted]";
    }
}
