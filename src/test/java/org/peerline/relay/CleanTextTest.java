package org.peerline.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    static Stream<Arguments> unsafe() {
        return Stream.of(
                arguments("a\u0000b", "ab"),
                arguments("\u0000", ""),
                arguments("bell\u0007 and escape\u001B[2J", "bell and escape[2J"),
                arguments("delete\u007F, C1\u0080\u009F", "delete, C1"),
                arguments("one\r\ntwo", "one\ntwo"),
                arguments("one\rtwo", "one\ntwo"),
                arguments("one\r\n\r\ntwo\r", "one\n\ntwo\n"),
                arguments("page\fbreak, vertical\u000Btab, next\u0085line", "page\nbreak, vertical\ntab, next\nline"),
                arguments("half \uD83D pair", "half \uFFFD pair"),
                arguments("half \uDE00 pair", "half \uFFFD pair"),
                arguments("\uDE00\uD83D", "\uFFFD\uFFFD"),
                arguments("\uD83D", "\uFFFD"),
                arguments("\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00"),
                // A pair that stands whole only once something between is gone must not be made by cleaning.
                arguments("\uD83D\u0000\uDE00", "\uD83D\uDE00"),
                arguments("\u202Etxet siht\u202C", "txet siht"),
                arguments("\u202D\u202A\u202Ball three", "all three"),
                arguments("\u2066iso\u2069\u2067la\u2069\u2068te\u2069", "isolate"),
                arguments("ring \u202A07400 123456\u202C", "ring 07400 123456"));
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void what_could_do_harm_goes_and_the_words_stay(String written, String clean) {
        assertEquals(clean, CleanText.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Hello Amara, I'd like to talk",
                "two\nlines and a\ttab",
                "  spaces kept  ",
                "it’s “quoted” – with dashes…",
                "Siân a Llŷr, dŵr",
                "e\u0301 is not é",
                "नमस्ते, मैं बात करना चाहता हूँ",
                "مرحبا \u200Fكيف\u200E حالك\u061C",
                "שלום",
                "👨‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
                "zero\u200Bwidth, joiner\u200D, soft\u00ADhyphen, no\u00A0break, bom\uFEFF",
                "line\u2028separator\u2029",
                "<script>alert('x')</script> {name} $1 \\ % '; DROP TABLE",
                "my number is 07400 123456",
                "\uFFFD already"
            })
    void everything_else_stays_as_it_was_written(String written) {
        assertEquals(written, CleanText.of(written));
    }
}
