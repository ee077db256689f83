package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedBytesTest {
    private static final String HALF = Character.toString(0xD800);

    @Test
    void ordinary_text_has_one_form() {
        List<byte[]> forms = SignedBytes.of("Hello \uD83D\uDE00");

        assertEquals(1, forms.size());
        assertArrayEquals("Hello \uD83D\uDE00".getBytes(StandardCharsets.UTF_8), forms.get(0));
    }

    @Test
    void half_of_a_pair_has_the_forms_that_signers_write() {
        List<String> forms = SignedBytes.of("a" + HALF + "\u00E9").stream()
                .map(HexFormat.of()::formatHex)
                .toList();

        assertEquals(List.of("61eda080c3a9", "613fc3a9", "61efbfbdc3a9"), forms);
    }
}
