package org.peerline.sms.twilio.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The bytes over which a form may have been signed. There is one way to write a text in UTF-8, unless it holds half of a
 * surrogate pair: then whoever signs has written it as it stands, or put a question mark or U+FFFD in its place.
 */
final class SignedBytes {
    private static final Pattern HALF_OF_A_PAIR = Pattern.compile("\\p{Cs}");

    private SignedBytes() {}

    static List<byte[]> of(String text) {
        if (text.codePoints().noneMatch(SignedBytes::isHalfOfAPair)) {
            return List.of(text.getBytes(StandardCharsets.UTF_8));
        }
        return List.of(
                asItStands(text),
                HALF_OF_A_PAIR.matcher(text).replaceAll("?").getBytes(StandardCharsets.UTF_8),
                HALF_OF_A_PAIR.matcher(text).replaceAll("\uFFFD").getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static byte[] asItStands(String text) {
        var bytes = new ByteArrayOutputStream(text.length() * 3);
        text.codePoints().forEach(character -> {
            if (isHalfOfAPair(character)) {
                bytes.write(0xE0 | character >> 12);
                bytes.write(0x80 | character >> 6 & 0x3f);
                bytes.write(0x80 | character & 0x3f);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
