package org.peerline.wording;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.wording.bundle.LongestValues;
import org.peerline.wording.bundle.TellingWords;

/** What texts must say, and what they must not tell to whom. */
class WordsOfTextsTest {
    private static final Set<String> PLACEHOLDERS = Set.of(
            "name",
            "earlier",
            "wish",
            "one",
            "other",
            "role",
            "hours",
            "room",
            "open",
            "cap",
            "away",
            "reference",
            "when",
            "before",
            "by",
            "word",
            "choices",
            "calls",
            "cases",
            "days",
            "minutes",
            "count",
            "kept",
            "code",
            "serviceNumber",
            "helpline");

    /** To people who never have neutral wording. */
    private static final List<String> NOT_TO_REQUESTERS = List.of(
            "peers.",
            "roster.",
            "offer.",
            "frontDoor.",
            "relay.first",
            "relay.headingWith",
            "guide.peer",
            "safety.page",
            "safety.helpMe",
            "safety.onCall",
            "safety.crisisPeer");

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_line_names_no_value_that_could_be_a_persons_number_but_one_where_nobody_can_be_connected(
            AllTexts.Line line) {
        var named = new TreeSet<>(line.written().placeholders());
        if (line.ordinaryKey().equals("reminders.ring")) {
            assertTrue(named.remove("number"));
        }
        assertTrue(PLACEHOLDERS.containsAll(named), named.toString());
    }

    /** STOP stands in the first reply, in the guide and in the answer to whoever asks for no more texts, because people must know it; it is the carriers' word, not ours. */
    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void no_text_tells_anybody_to_send_a_word_that_the_carriers_take(AllTexts.Line line) {
        String text = line.written().text();
        if (Set.of("intake.privacy", "intake.guide", "status.stopping").contains(line.ordinaryKey())) {
            text = text.replaceFirst("\\bSTOP\\b", "");
        }
        assertFalse(
                Pattern.compile("\\b(?:CANCEL|END|STOP|QUIT|START|UNSTOP|HELP|INFO|YES)\\b")
                        .matcher(text)
                        .find(),
                line.key());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void neutral_wording_tells_a_stranger_nothing(Language language) {
        AllTexts.said(language, true).forEach((key, text) -> {
            if (NOT_TO_REQUESTERS.stream().noneMatch(key::startsWith)) {
                // The words of a wish are lines of their own.
                String said = text.replace(LongestValues.of(language).get("wish"), "");
                String ours = said.replace(LongestValues.of(language).get("role"), "");
                assertFalse(TellingWords.in(ours), key + ": " + text);
                assertFalse(
                        key.startsWith("introduction.") && !ours.equals(said), "the role is not for a shared phone");
            }
        });
    }

    @Test
    void a_stranger_on_a_relay_number_learns_nothing_of_the_programme() {
        for (Language language : Language.values()) {
            String text = SmsTexts.in(language).frontDoor().strangerOnRelayNumber();
            assertTrue(text.contains("999") && text.contains("116 123"));
            assertFalse(
                    text.toLowerCase(Locale.ROOT).matches(".*(?:doctor|peer|colleague|0330|meddyg|cymheiriaid).*"),
                    text);
        }
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_text_says_what_no_wording_of_it_may_leave_out(AllTexts.Line line) {
        line.written().says().forEach(words -> assertTrue(line.said().contains(words), words));
    }

    @Test
    void what_must_say_that_this_is_no_emergency_service_says_it() {
        for (Language language : Language.values()) {
            for (boolean neutral : new boolean[] {false, true}) {
                var said = AllTexts.said(language, neutral);
                for (String key : List.of(
                        "introduction.details",
                        "introduction.waiting",
                        "intake.welcome",
                        "intake.welcomeAfterStory",
                        "intake.guide",
                        "guide.requester",
                        "relay.closed",
                        "guide.requesterOnServiceNumber",
                        "guide.requesterWithColleague",
                        "guide.peer",
                        "guide.peerOnServiceNumber",
                        "frontDoor.strangerOnServiceNumber",
                        "frontDoor.strangerOnRelayNumber")) {
                    assertTrue(said.get(key).contains("999"), language + " " + key);
                }
            }
        }
    }
}
