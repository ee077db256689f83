package org.peerline.wording.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.peerline.wording.bundle.TextLength.Encoding.GSM_7;
import static org.peerline.wording.bundle.TextLength.Encoding.UCS_2;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextLengthTest {
    private static final String SMILE = "😀";
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    static Stream<Arguments> texts() {
        return Stream.of(
                // Alone and among others, GSM-7
                arguments("", GSM_7, 1),
                arguments("a", GSM_7, 1),
                arguments("a".repeat(160), GSM_7, 1),
                arguments("a".repeat(161), GSM_7, 2),
                arguments("a".repeat(306), GSM_7, 2),
                arguments("a".repeat(307), GSM_7, 3),
                arguments("a".repeat(459), GSM_7, 3),
                arguments("a".repeat(460), GSM_7, 4),
                arguments("a".repeat(1600), GSM_7, 11),
                // Every character of the basic table costs one
                arguments("@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà", GSM_7, 1),
                arguments("@£$¥èéùìòÇØøÅåΔ_".repeat(10), GSM_7, 1),
                arguments("\r\n".repeat(80), GSM_7, 1),
                arguments("'\"#%&()*+,-./:;<=>?!", GSM_7, 1),
                // The extension table costs two
                arguments("€".repeat(80), GSM_7, 1),
                arguments("€".repeat(81), GSM_7, 2),
                arguments("^{}\\[~]|€\f".repeat(8), GSM_7, 1),
                arguments("^{}\\[~]|€\f".repeat(8) + "a", GSM_7, 2),
                arguments("a".repeat(158) + "€", GSM_7, 1),
                arguments("a".repeat(159) + "€", GSM_7, 2),
                // An escape is not torn from its character: 153 is odd, so each part carries 76 of them
                arguments("€".repeat(152), GSM_7, 2),
                arguments("€".repeat(153), GSM_7, 3),
                arguments("a".repeat(152) + "€" + "a".repeat(151), GSM_7, 2),
                arguments("a".repeat(152) + "€" + "a".repeat(152), GSM_7, 3),
                arguments("a".repeat(151) + "€" + "a".repeat(153), GSM_7, 2),
                // One character outside turns all to UCS-2
                arguments("’", UCS_2, 1),
                arguments("it’s", UCS_2, 1),
                arguments("’" + "a".repeat(69), UCS_2, 1),
                arguments("’" + "a".repeat(70), UCS_2, 2),
                arguments("’" + "a".repeat(133), UCS_2, 2),
                arguments("’" + "a".repeat(134), UCS_2, 3),
                arguments("’" + "a".repeat(159), UCS_2, 3),
                arguments("“quoted”", UCS_2, 1),
                arguments("wait…", UCS_2, 1),
                arguments("Thu–Fri", UCS_2, 1),
                arguments("no\u00A0break", UCS_2, 1),
                arguments("tab\there", UCS_2, 1),
                arguments("ç", UCS_2, 1),
                arguments("á", UCS_2, 1),
                arguments("e\u0301", UCS_2, 1),
                arguments("`", UCS_2, 1),
                // In UCS-2 the euro costs one
                arguments("€".repeat(69) + "’", UCS_2, 1),
                arguments("€".repeat(70) + "’", UCS_2, 2),
                // Welsh: ŵ and ŷ are outside, â and î too
                arguments("Dŵr", UCS_2, 1),
                arguments("tŷ", UCS_2, 1),
                arguments("Siân", UCS_2, 1),
                arguments("Llŷr".repeat(17) + "ŵŷ", UCS_2, 1),
                arguments("Llŷr".repeat(17) + "ŵŷŵ", UCS_2, 2),
                // Surrogate pairs count two and stay whole
                arguments(SMILE, UCS_2, 1),
                arguments(SMILE.repeat(35), UCS_2, 1),
                arguments(SMILE.repeat(36), UCS_2, 2),
                arguments(SMILE.repeat(66), UCS_2, 2),
                arguments(SMILE.repeat(67), UCS_2, 3),
                arguments("a".repeat(66) + SMILE + "a".repeat(65), UCS_2, 2),
                arguments("a".repeat(66) + SMILE + "a".repeat(66), UCS_2, 3),
                arguments("a".repeat(65) + SMILE + "a".repeat(67), UCS_2, 2),
                arguments(FAMILY, UCS_2, 1),
                arguments(FAMILY.repeat(6), UCS_2, 1),
                arguments(FAMILY.repeat(7), UCS_2, 2),
                // Other scripts, whole
                arguments("नमस्ते", UCS_2, 1),
                arguments("क".repeat(1600), UCS_2, 24),
                arguments("م".repeat(1600), UCS_2, 24),
                arguments(SMILE.repeat(800), UCS_2, 25));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_has_the_encoding_and_the_segments_that_the_network_gives_it(
            String text, TextLength.Encoding encoding, int segments) {
        assertEquals(encoding, TextLength.encoding(text));
        assertEquals(segments, TextLength.segments(text));
    }
}
