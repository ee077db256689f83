package org.peerline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.wording.bundle.Bundle;
import org.peerline.wording.bundle.LongestValues;
import org.peerline.wording.bundle.TextLength;
import org.peerline.wording.desk.IntakeTexts;

/** Every text is there in every language and keeps to its length. */
class SmsTextsTest {
    @Test
    void every_line_has_its_method_and_every_method_its_line() {
        var keys = Bundle.of(Language.EN).ownKeys().stream()
                .map(key ->
                        key.endsWith(Bundle.NEUTRAL) ? key.substring(0, key.length() - Bundle.NEUTRAL.length()) : key)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, new TreeSet<>(AllTexts.said(Language.EN, false).keySet()));
    }

    /** Whoever adds an English line sees here which ones Welsh lacks, and which it has that nothing says. */
    @Test
    void welsh_has_every_text_that_english_has() {
        var missing = new TreeSet<>(Bundle.of(Language.EN).ownKeys());
        missing.removeAll(Bundle.of(Language.CY).ownKeys());
        // Spoken, by a voice that reads English only.
        missing.remove("frontDoor.strangerRings");
        var unknown = new TreeSet<>(Bundle.of(Language.CY).ownKeys());
        unknown.removeAll(Bundle.of(Language.EN).ownKeys());
        assertEquals(Set.of(), missing, "not in texts_cy.properties");
        assertEquals(Set.of(), unknown, "in texts_cy.properties only");
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void every_method_says_its_own_line_with_its_own_values(AllTexts.Line line) {
        var values = new HashMap<>(LongestValues.of(line.language()));
        if (line.neutral()) {
            values.put("name", "Christopher W");
            values.put("earlier", "Christopher W");
        }
        String expected =
                Bundle.PLACEHOLDER.matcher(line.written().text()).replaceAll(found -> values.get(found.group(1)));
        assertEquals(expected, line.said());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_reminder_with_how_to_ring_is_at_most_two_segments_long(Language language) {
        for (boolean neutral : List.of(false, true)) {
            var said = AllTexts.said(language, neutral);
            for (String what : List.of("evening", "soon")) {
                for (String how : List.of("ringThisNumber", "ring", "youAreRung")) {
                    String text = said.get("reminders." + what) + " " + said.get("reminders." + how);
                    assertTrue(TextLength.segments(text) <= 2, text);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_suggestion_told_again_is_at_most_three_segments_long(Language language) {
        var said = AllTexts.said(language, false);
        for (String suggestion : List.of("proposed", "moveProposed", "offered", "moveOffered")) {
            String text = said.get("calls.notAgreedYet") + " " + said.get("calls." + suggestion);
            assertTrue(TextLength.segments(text) <= 3, text);
        }
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_line_names_the_same_values_in_every_language_and_in_neutral_wording(AllTexts.Line line) {
        assertEquals(
                Bundle.of(Language.EN).lines().get(line.key()).placeholders(),
                line.written().placeholders());
        var shown = new TreeSet<>(line.written().placeholders());
        shown.removeAll(Bundle.of(Language.EN).lines().get(line.ordinaryKey()).placeholders());
        assertEquals(Set.of(), shown, "neutral wording names more than the ordinary one");
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_text_keeps_to_its_budget_and_to_plain_characters(AllTexts.Line line) {
        String text = line.said();
        assertEquals(TextLength.Encoding.GSM_7, TextLength.encoding(text), text);
        assertTrue(TextLength.segments(text) <= line.written().budget(), text.length() + " characters: " + text);
        assertFalse(text.matches("(?is).*(?:https?:|www\\.|\\.uk\\b|\\.org\\b).*"), "no link");
        assertFalse(text.contains("{") || text.contains("}"), text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_whole_status_is_at_most_two_segments_long(Language language) {
        var said = AllTexts.said(language, false);
        var status = SmsTexts.in(language).status();
        for (String last : List.of("nothingSent", "delivered", "onItsWay", "failed")) {
            for (String next : List.of(
                    "remind",
                    "close",
                    "theirAnswer",
                    "theirAnswerOffered",
                    "theirAnswerAsked",
                    "yourAnswer",
                    "yourAnswerOffered",
                    "yourOk",
                    "theirOk",
                    "call",
                    "firstText",
                    "eitherOfYou",
                    "noTextsNow")) {
                String text = status.of(said.get("status." + last), said.get("status." + next));
                assertTrue(TextLength.segments(text) <= 2, text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_the_intake_puts_together_is_at_most_three_segments_long(Language language) {
        for (boolean neutral : new boolean[] {false, true}) {
            var said = AllTexts.said(language, neutral);
            for (String first : List.of("welcome", "welcomeAfterStory")) {
                for (String question : List.of("askName")) {
                    String text = IntakeTexts.of(
                            said.get("intake." + first), said.get("intake.privacy"), said.get("intake." + question));
                    assertTrue(TextLength.segments(text) <= 3, text.length() + ": " + text);
                }
            }
            said.keySet().stream()
                    .filter(key -> key.startsWith("intake.ask"))
                    .forEach(question -> said.keySet().stream()
                            .filter(
                                    key -> key.matches(
                                            "intake\\.(?:why.*|repeated|storyInside|resumed|atFirst|languageChosen|neutralChosen)"))
                            .forEach(before -> {
                                String text = IntakeTexts.of(said.get(before), said.get(question));
                                assertTrue(TextLength.segments(text) <= 3, text);
                            }));
        }
    }

    @Test
    void the_privacy_line_has_a_version_that_changes_with_its_words() {
        assertTrue(SmsTexts.privacyVersion(Language.EN, false).matches("en-[0-9a-f]{8}"));
        assertNotEquals(
                SmsTexts.privacyVersion(Language.EN, false).substring(3),
                SmsTexts.privacyVersion(Language.CY, false).substring(3));
    }
}
