package org.peerline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.core.Reference;

class SmsTextsTest {
    private static final Set<String> PLACEHOLDERS = Set.of(
            "name",
            "role",
            "reference",
            "when",
            "before",
            "by",
            "word",
            "choices",
            "calls",
            "days",
            "minutes",
            "code",
            "serviceNumber",
            "helpline");

    @Test
    void every_line_has_its_method_and_every_method_its_line() throws IOException {
        var keys = AllTexts.lines().stream()
                .map(AllTexts.Line::ordinaryKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, new TreeSet<>(AllTexts.said(SmsTexts.in(Language.EN)).keySet()));
        assertEquals(
                AllTexts.lines().size(),
                AllTexts.lines().stream().map(AllTexts.Line::key).distinct().count(),
                "no key twice");
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void every_method_says_its_own_line_with_its_own_values(AllTexts.Line line) throws Exception {
        SmsTexts texts = line.neutral() ? SmsTexts.neutral(Language.EN) : SmsTexts.in(Language.EN);
        Map<String, String> values = new HashMap<>();
        AllTexts.LONGEST.forEach((name, value) ->
                values.put(name, value instanceof List<?> list ? AllTexts.written(name, list) : value.toString()));
        if (line.neutral()) {
            values.put("name", "Christopher W");
        }
        String expected = AllTexts.PLACEHOLDER.matcher(line.text()).replaceAll(found -> values.get(found.group(1)));
        assertEquals(expected, AllTexts.said(texts).get(line.ordinaryKey()));
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_line_names_no_value_that_could_be_a_persons_number(AllTexts.Line line) {
        assertTrue(
                PLACEHOLDERS.containsAll(line.placeholders()),
                line.placeholders().toString());
    }

    @ParameterizedTest
    @MethodSource("org.peerline.wording.AllTexts#lines")
    void a_text_keeps_to_its_budget_and_to_plain_characters(AllTexts.Line line) throws Exception {
        SmsTexts texts = line.neutral() ? SmsTexts.neutral(Language.EN) : SmsTexts.in(Language.EN);
        String text = AllTexts.said(texts).get(line.ordinaryKey());
        assertEquals(TextLength.Encoding.GSM_7, TextLength.encoding(text), text);
        assertTrue(TextLength.segments(text) <= line.budget(), text.length() + " characters: " + text);
        assertFalse(text.matches("(?is).*(?:https?:|www\\.|\\.uk\\b|\\.org\\b).*"), "no link");
        assertFalse(text.contains("{") || text.contains("}"), text);
    }

    @Test
    void no_text_tells_anybody_to_send_a_word_that_the_carriers_take() throws IOException {
        for (AllTexts.Line line : AllTexts.lines()) {
            assertFalse(
                    Pattern.compile("\\b(?:CANCEL|END|STOP|QUIT|START|UNSTOP|HELP|INFO|YES)\\b")
                            .matcher(line.text())
                            .find(),
                    line.key());
        }
    }

    @Test
    void neutral_wording_tells_a_stranger_nothing() {
        var telling = Pattern.compile(
                "\\b(?:doctor|doctors|dr|prof|peer|support|colleague|samaritans|danger|gp|a&e|emergency medicine|ps-)\\b");
        AllTexts.said(SmsTexts.neutral(Language.EN)).forEach((key, text) -> {
            boolean toRequesters = Stream.of("peers.", "frontDoor.", "relay.first", "relay.headingWith", "guide.peer")
                    .noneMatch(key::startsWith);
            if (toRequesters) {
                assertFalse(telling.matcher(text.toLowerCase(Locale.ROOT)).find(), key + ": " + text);
            }
        });
    }

    @Test
    void a_stranger_on_a_relay_number_learns_nothing_of_the_programme() {
        String text = SmsTexts.in(Language.EN).frontDoor().strangerOnRelayNumber();
        assertTrue(text.contains("999") && text.contains("116 123"));
        assertFalse(text.toLowerCase(Locale.ROOT).matches(".*(?:doctor|peer|colleague|0330).*"), text);
    }

    @Test
    void what_must_say_that_this_is_no_emergency_service_says_it() {
        for (SmsTexts texts : List.of(SmsTexts.in(Language.EN), SmsTexts.neutral(Language.EN))) {
            var said = AllTexts.said(texts);
            for (String key : List.of(
                    "introduction.details",
                    "introduction.waiting",
                    "guide.requester",
                    "relay.closed",
                    "guide.requesterOnServiceNumber",
                    "guide.peer",
                    "guide.peerOnServiceNumber",
                    "frontDoor.strangerOnServiceNumber",
                    "frontDoor.strangerOnRelayNumber")) {
                assertTrue(said.get(key).contains("999"), key);
            }
        }
    }

    @Test
    void the_whole_status_is_at_most_two_segments_long() throws IOException {
        var said = AllTexts.said(SmsTexts.in(Language.EN));
        var status = SmsTexts.in(Language.EN).status();
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
    @CsvSource({
        "Foundation doctor, foundation doctor",
        "Consultant in psychiatry, consultant in psychiatry",
        "GP, GP",
        "F1 doctor, F1 doctor",
        "ST3 anaesthetics, ST3 anaesthetics",
        "GP trainee, GP trainee",
        "Émigré doctor, émigré doctor",
        "SAS doctor, SAS doctor",
        "x, x"
    })
    void a_role_stands_inside_the_sentence(String role, String inside) {
        String heading = SmsTexts.in(Language.EN).relay().firstHeading(new Reference("PS-7K3QXM"), "Sam", role);
        assertEquals("PS-7K3QXM Sam, " + inside + ": ", heading);
    }

    @ParameterizedTest
    @CsvSource({
        "Dr Amara N, Amara N",
        "Dr. Amara, Amara",
        "Prof Gwen, Gwen",
        "Amara, Amara",
        "Dr, Dr",
        "Drew, Drew",
        "Mrs Jones, Jones"
    })
    void in_neutral_wording_a_name_loses_its_title(String name, String shown) {
        assertEquals(shown + ": ", SmsTexts.neutral(Language.EN).relay().heading(name));
    }

    @ParameterizedTest
    @CsvSource({"{name}", "$1", "\\x", "Siân Llŷr", "{when} {helpline}"})
    void a_name_is_shown_as_it_is_written(String name) {
        assertEquals(name + ": ", SmsTexts.in(Language.EN).relay().heading(name));
    }

    @ParameterizedTest
    @CsvSource({"Dr Siân Ll", "Dr Gŵyl N", "Dr Zoë-Łucja K"})
    void a_name_outside_the_plain_characters_still_fits_three_segments(String name) {
        assertTrue(TextLength.segments(SmsTexts.in(Language.EN).introduction().details(name, "GP")) <= 3);
        assertTrue(
                TextLength.segments(SmsTexts.neutral(Language.EN).introduction().details(name, "GP")) <= 3);
    }

    @Test
    void a_language_without_its_own_line_speaks_english() {
        assertEquals(
                SmsTexts.in(Language.EN).relay().pictureNotPassedOn(),
                SmsTexts.in(Language.CY).relay().pictureNotPassedOn());
    }
}
