package org.peerline.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextSplitTest {
    private static final String HEADING = "Sam: ";
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @Test
    void a_text_that_fits_goes_as_it_is() {
        assertEquals(List.of("Sam: Hello\n[Reply]"), sent(HEADING, "Hello", "\n[Reply]"));
        String longest = "a".repeat(1595);
        assertEquals(List.of(HEADING + longest), sent(HEADING, longest, ""));
    }

    @Test
    void a_longer_text_is_numbered_behind_the_heading_of_every_part() {
        String body = "word ".repeat(320).strip();
        List<String> parts = sent(HEADING, body, "\n[Reply]");
        assertEquals(2, parts.size());
        assertTrue(parts.get(0).startsWith("Sam: (1/2) word word"));
        assertTrue(parts.get(1).startsWith("Sam: (2/2) word"));
        assertFalse(parts.get(0).contains("[Reply]"));
        assertTrue(parts.get(1).endsWith("word\n[Reply]"));
    }

    @Test
    void the_cut_is_between_words() {
        String body = "a".repeat(1500) + " " + "b".repeat(99);
        assertEquals(
                List.of("Sam: (1/2) " + "a".repeat(1500) + " ", "Sam: (2/2) " + "b".repeat(99)),
                sent(HEADING, body, ""));
    }

    @Test
    void a_single_endless_word_is_cut_where_the_part_is_full() {
        List<String> parts = sent("", "x".repeat(1601), "");
        assertEquals(List.of("(1/2) " + "x".repeat(1594), "(2/2) " + "x".repeat(7)), parts);
    }

    @Test
    void sixteen_hundred_hindi_characters_arrive_whole() {
        String body = "मुझे ".repeat(320);
        List<String> parts = sent("Sam: ", body, "");
        assertEquals(2, parts.size());
        assertEquals(body, TextSplitPropertyTest.bodyOf(parts, "Sam: ", ""));
        assertTrue(parts.get(0).endsWith(" "), "cut at a space");
    }

    @Test
    void joined_emoji_and_accents_are_not_torn() {
        for (String one : List.of(FAMILY, "e\u0301", "👍🏽", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "क्षि", "😀")) {
            // Shifted by one unit at a time, so that every place of the character meets the limit.
            for (int shift = 0; shift < one.length(); shift++) {
                List<String> parts = sent("", "x".repeat(shift) + one.repeat(1700 / one.length()), "");
                String first = parts.get(0).substring("(1/2) ".length() + shift);
                assertEquals("", first.replace(one, ""), one + " shifted by " + shift);
            }
        }
    }

    @Test
    void text_without_spaces_is_cut_where_its_language_allows_it() {
        String sentence = "我想和您谈谈。";
        List<String> parts = sent("", sentence.repeat(240), "");
        assertFalse(parts.get(1).startsWith("(2/2) 。"), "a full stop never begins a part");
        assertEquals(sentence.repeat(240), TextSplitPropertyTest.bodyOf(parts, "", ""));
    }

    @Test
    void a_character_longer_than_a_text_keeps_at_least_its_surrogate_pairs() {
        String body = "a" + "\uD834\uDD65".repeat(900);
        for (String part : sent("", body, "")) {
            assertTrue(part.codePoints().noneMatch(unit -> Character.getType(unit) == Character.SURROGATE));
        }
    }

    @Test
    void ten_parts_and_more_are_numbered_with_two_digits() {
        List<String> parts = sent(HEADING, "word ".repeat(3600), "");
        assertEquals(12, parts.size());
        assertTrue(parts.get(0).startsWith("Sam: (1/12) "));
        assertTrue(parts.get(11).startsWith("Sam: (12/12) "));
    }

    @Test
    void a_heading_that_leaves_no_room_is_a_fault() {
        String heading = "x".repeat(700);
        String body = "y".repeat(1000);
        assertThrows(IllegalArgumentException.class, () -> sent(heading, body, ""));
    }

    /** The parts as they are sent. */
    static List<String> sent(String heading, String body, String footer) {
        return TextSplit.parts(heading, body, footer).stream()
                .map(words -> words.heading() + words.body() + words.footer())
                .toList();
    }
}
