package org.peerline.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextSplitPropertyTest {
    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> ofWords = Arbitraries.of(
                        "a",
                        "doctor",
                        " ",
                        "  ",
                        "\n",
                        ",",
                        "(1/2) ",
                        "Sam: ",
                        "😀",
                        "👨‍👩‍👧‍👦",
                        "👍🏽",
                        "🇬🇧",
                        "e\u0301",
                        "\u0301",
                        "क्षि",
                        "नमस्ते",
                        "مرحبا",
                        "한글",
                        "我想",
                        "ŵ",
                        "€",
                        "\u200D",
                        "[Reply]",
                        "https",
                        "7-8",
                        "\t")
                .list()
                .ofMinSize(0)
                .ofMaxSize(1500)
                .map(pieces -> String.join("", pieces));
        // Whole code points only: the halves of pairs are gone before a text is split.
        Arbitrary<String> ofAnything = Arbitraries.strings().ofMaxLength(4000).map(CleanText::of);
        return Arbitraries.oneOf(ofWords, ofAnything).filter(body -> !body.isEmpty());
    }

    @Provide
    Arbitrary<String> headings() {
        return Arbitraries.of("", "Sam: ", "PS-7K3QXM Wilhelmina, consultant in emergency medicine: ", "Siân: ");
    }

    @Provide
    Arbitrary<String> footers() {
        return Arbitraries.of("", "\n[Reply here. CALL Thu 7pm suggests a time, PASS hands back.]");
    }

    @Property(tries = 300)
    void nothing_is_lost_and_nothing_is_too_long(
            @ForAll("bodies") String body, @ForAll("headings") String heading, @ForAll("footers") String footer) {
        List<String> parts = TextSplitTest.sent(heading, body, footer);

        for (String part : parts) {
            assertTrue(part.length() <= 1600);
            assertTrue(part.codePoints().noneMatch(unit -> Character.getType(unit) == Character.SURROGATE));
        }
        assertEquals(body, bodyOf(parts, heading, footer));
    }

    static String bodyOf(List<String> parts, String heading, String footer) {
        var body = new StringBuilder();
        for (int number = 1; number <= parts.size(); number++) {
            String numbering = parts.size() == 1 ? "" : "(" + number + "/" + parts.size() + ") ";
            String ending = number == parts.size() ? footer : "";
            var form = Pattern.compile(
                    Pattern.quote(heading + numbering) + "(.*)" + Pattern.quote(ending), Pattern.DOTALL);
            var part = form.matcher(parts.get(number - 1));
            assertTrue(part.matches(), "part " + number + " has its heading, number and footer");
            body.append(part.group(1));
        }
        return body.toString();
    }
}
