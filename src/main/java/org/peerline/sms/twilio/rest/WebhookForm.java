package org.peerline.sms.twilio.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A form post, read strictly: what is broken is refused rather than mended, because the signature covers the decoded
 * values and two readings of one form would be two forms. The framework's own reading loses values over 2,048 bytes and
 * answers 500 to a broken escape. One thing is read that UTF-8 forbids: half of a surrogate pair, because a phone that cuts
 * an emoji in two sends it, and a text must not be lost for that.
 */
public final class WebhookForm {
    private final SortedMap<String, String> parameters;

    private WebhookForm(SortedMap<String, String> parameters) {
        this.parameters = Collections.unmodifiableSortedMap(parameters);
    }

    /** @throws WebhookRefused MALFORMED on a broken escape, broken UTF-8, a name without letters, or a name given twice */
    static WebhookForm read(byte[] body) {
        var parameters = new TreeMap<String, String>();
        var decoder = new Decoder(body);
        int start = 0;
        while (start < body.length) {
            int end = indexOf(body, '&', start, body.length);
            int equals = indexOf(body, '=', start, end);
            String name = decoder.decode(start, equals);
            String value = equals < end ? decoder.decode(equals + 1, end) : "";
            if (name.isEmpty() || parameters.put(name, value) != null) {
                throw malformed();
            }
            start = end + 1;
        }
        return new WebhookForm(parameters);
    }

    /** Sorted by name, as the signature wants them. */
    SortedMap<String, String> parameters() {
        return parameters;
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static int indexOf(byte[] body, char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static WebhookRefused malformed() {
        return new WebhookRefused(WebhookRefusal.MALFORMED);
    }

    private static final class Decoder {
        private final byte[] body;
        private final byte[] plain;
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);

        Decoder(byte[] body) {
            this.body = body;
            this.plain = new byte[body.length];
        }

        String decode(int from, int end) {
            int length = 0;
            for (int i = from; i < end; i++) {
                byte at = body[i];
                if (at == '%') {
                    if (i + 2 >= end) {
                        throw malformed();
                    }
                    plain[length++] = (byte) (digit(body[i + 1]) << 4 | digit(body[i + 2]));
                    i += 2;
                } else if (at <= ' ' || at == 0x7f) {
                    // White space, control characters and bytes above ASCII (negative here) are always escaped.
                    throw malformed();
                } else {
                    plain[length++] = at == '+' ? (byte) ' ' : at;
                }
            }
            var text = new StringBuilder(length);
            int begin = 0;
            for (int i = 0; i + 2 < length; i++) {
                if (isHalfOfAPair(i)) {
                    text.append(strictly(begin, i))
                            .append((char) (0xD000 | (plain[i + 1] & 0x3f) << 6 | plain[i + 2] & 0x3f));
                    begin = i + 3;
                    i += 2;
                }
            }
            return text.append(strictly(begin, length)).toString();
        }

        private String strictly(int from, int end) {
            try {
                return utf8.decode(ByteBuffer.wrap(plain, from, end - from)).toString();
            } catch (CharacterCodingException notUtf8) {
                throw malformed();
            }
        }

        /** ED A0..BF 80..BF: a surrogate written as if it were a character. */
        private boolean isHalfOfAPair(int at) {
            return plain[at] == (byte) 0xED && (plain[at + 1] & 0xE0) == 0xA0 && (plain[at + 2] & 0xC0) == 0x80;
        }

        private static int digit(byte written) {
            int value = Character.digit(written, 16);
            if (value < 0) {
                throw malformed();
            }
            return value;
        }
    }
}
