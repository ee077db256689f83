package org.peerline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BUDGET = Pattern.compile("# budget: ([123])");
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

    private static final String WHEN = "Wed 30 Sept, 12:30pm UK time";

    /** The longest that the program or the roster will put there, by parameter name; names in GSM-7. */
    private static final Map<String, Object> LONGEST = Map.ofEntries(
            Map.entry("name", "Prof Christopher W"),
            Map.entry("role", "consultant in emergency medicine"),
            Map.entry("reference", new Reference("PS-7K3QXM")),
            Map.entry("when", WHEN),
            Map.entry("before", WHEN),
            Map.entry("by", "12:30pm on Wed 30 Sept"),
            Map.entry("word", "CALL"),
            Map.entry("choices", Collections.nCopies(4, WHEN)),
            Map.entry("calls", Collections.nCopies(4, WHEN + ": waiting for your OK")),
            Map.entry("days", 60),
            Map.entry("minutes", 10),
            Map.entry("code", "123456"),
            Map.entry("serviceNumber", "+447700900200"),
            Map.entry("helpline", "0330 123 1245"));

    /** A line of the file: its key, what it says, and how many segments it may take. */
    record Line(String key, String text, int budget) {
        Set<String> placeholders() {
            return PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        boolean neutral() {
            return key.endsWith(".neutral");
        }

        String ordinaryKey() {
            return key.replaceFirst("\\.neutral$", "");
        }

        @Override
        public String toString() {
            return key;
        }
    }

    static List<Line> lines() throws IOException {
        String file = "/org/peerline/wording/texts_en.properties";
        try (var stream = SmsTexts.class.getResourceAsStream(file)) {
            var lines = new ArrayList<Line>();
            int budget = 2;
            for (String written : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var stated = BUDGET.matcher(written);
                if (stated.matches()) {
                    budget = Integer.parseInt(stated.group(1));
                } else if (!written.isBlank() && !written.startsWith("#")) {
                    String[] sides = written.split("=", 2);
                    lines.add(new Line(sides[0], sides[1].replace("\\n", "\n").replace("\\u0020", " "), budget));
                    budget = 2;
                }
            }
            return lines;
        }
    }

    @Test
    void every_line_has_its_method_and_every_method_its_line() throws IOException {
        var keys = lines().stream().map(Line::ordinaryKey).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, new TreeSet<>(said(SmsTexts.in(Language.EN)).keySet()));
        assertEquals(lines().size(), lines().stream().map(Line::key).distinct().count(), "no key twice");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void every_method_says_its_own_line_with_its_own_values(Line line) throws Exception {
        SmsTexts texts = line.neutral() ? SmsTexts.neutral(Language.EN) : SmsTexts.in(Language.EN);
        Map<String, String> values = new HashMap<>();
        LONGEST.forEach((name, value) ->
                values.put(name, value instanceof List<?> list ? written(name, list) : value.toString()));
        if (line.neutral()) {
            values.put("name", "Christopher W");
        }
        String expected = PLACEHOLDER.matcher(line.text()).replaceAll(found -> values.get(found.group(1)));
        assertEquals(expected, said(texts).get(line.ordinaryKey()));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_names_no_value_that_could_be_a_persons_number(Line line) {
        assertTrue(
                PLACEHOLDERS.containsAll(line.placeholders()),
                line.placeholders().toString());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_text_keeps_to_its_budget_and_to_plain_characters(Line line) throws Exception {
        SmsTexts texts = line.neutral() ? SmsTexts.neutral(Language.EN) : SmsTexts.in(Language.EN);
        String text = said(texts).get(line.ordinaryKey());
        assertEquals(TextLength.Encoding.GSM_7, TextLength.encoding(text), text);
        assertTrue(TextLength.segments(text) <= line.budget(), text.length() + " characters: " + text);
        assertFalse(text.matches("(?is).*(?:https?:|www\\.|\\.uk\\b|\\.org\\b).*"), "no link");
        assertFalse(text.contains("{") || text.contains("}"), text);
    }

    @Test
    void no_text_tells_anybody_to_send_a_word_that_the_carriers_take() throws IOException {
        for (Line line : lines()) {
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
        said(SmsTexts.neutral(Language.EN)).forEach((key, text) -> {
            boolean toRequesters = Stream.of(
                            "peers.",
                            "frontDoor.",
                            "relay.first",
                            "relay.headingWith",
                            "guide.peer",
                            "guide.notUnderstoodFromPeer")
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
            var said = said(texts);
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
        var said = said(SmsTexts.in(Language.EN));
        var status = SmsTexts.in(Language.EN).status();
        for (String last : List.of("nothingSent", "delivered", "onItsWay", "failed")) {
            for (String next : List.of(
                    "theirAnswer", "theirFirstAnswer", "yourAnswer", "yourOk", "theirOk", "call", "firstText")) {
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

    @Test
    void a_language_without_its_own_line_speaks_english() {
        assertEquals(
                SmsTexts.in(Language.EN).relay().pictureNotPassedOn(),
                SmsTexts.in(Language.CY).relay().pictureNotPassedOn());
    }

    /** What every method of every subject says when it is given the longest values, by {@code subject.method}. */
    private static Map<String, String> said(SmsTexts texts) {
        var said = new TreeMap<String, String>();
        try {
            for (var subject : SmsTexts.class.getDeclaredMethods()) {
                if (Modifier.isStatic(subject.getModifiers()) || subject.isSynthetic()) {
                    continue;
                }
                Object group = subject.invoke(texts);
                for (var method : group.getClass().getDeclaredMethods()) {
                    if (!method.isSynthetic() && !method.getName().equals("of")) {
                        Object[] values = Stream.of(method.getParameters())
                                .map(parameter -> LONGEST.get(parameter.getName()))
                                .toArray();
                        said.put(subject.getName() + "." + method.getName(), (String) method.invoke(group, values));
                    }
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
        return said;
    }

    private static String written(String name, List<?> lines) {
        var text = new StringBuilder();
        for (int number = 1; number <= lines.size(); number++) {
            text.append(number == 1 ? "" : "\n")
                    .append(name.equals("choices") ? number + " " : "")
                    .append(lines.get(number - 1));
        }
        return text.toString();
    }
}
