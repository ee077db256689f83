package org.peerline.api.input.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.Postcode;
import org.peerline.api.input.SeveralLines;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;

class StrictJsonReaderTest {
    private static ValidatorFactory factory;

    record Span(@NotNull DayOfWeek day, @NotNull LocalTime from) {}

    record Home(@NotNull @Postcode String postcode) {}

    record Form(
            @NotNull @PlainText(max = 5) String name,
            LocalDate born,
            Instant at,
            Integer count,
            Boolean flag,
            UUID id,
            @Valid Home address,
            @Size(max = 2, message = "At most {max}.") List<@Valid Span> availability,
            List<@PlainText(max = 3) String> words,
            @SeveralLines String body) {}

    @BeforeAll
    static void open() {
        factory = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    private static Form read(String json) {
        return new StrictJsonReader(new RecordReading(factory.getValidator()))
                .read(Form.class, json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> faults(String json) {
        return assertThrows(BadInput.class, () -> read(json)).violations();
    }

    private static List<String> fields(String json) {
        return faults(json).stream().map(Violation::field).toList();
    }

    @Test
    void a_good_body_is_read_and_stripped() {
        Form form = read("""
                {"name":" Sam ","born":"1990-02-28","at":"2026-11-26T19:00:00+01:00","count":3,"flag":true,
                 "id":"0199a0b1-7c00-7000-8000-000000000001","address":{"postcode":"sw1a1aa"},
                 "availability":[{"day":"MONDAY","from":"09:30"}],"words":["one"],"body":" two\\n lines "}
                """);
        assertEquals("Sam", form.name());
        assertEquals(LocalDate.of(1990, 2, 28), form.born());
        assertEquals(Instant.parse("2026-11-26T18:00:00Z"), form.at());
        assertEquals(LocalTime.of(9, 30), form.availability().get(0).from());
        assertEquals(" two\n lines ", form.body());
    }

    @Test
    void every_fault_is_named_in_one_answer() {
        assertEquals(
                List.of(
                        "membershipNumber",
                        "born",
                        "count",
                        "availability[1].colour",
                        "availability[1].day",
                        "address.postcode",
                        "availability[1].from",
                        "name"),
                fields("""
                        {"membershipNumber":"1","name":"too long","born":"1990-02-30","count":"1",
                         "address":{"postcode":"nonsense"},
                         "availability":[{"day":"MONDAY","from":"09:30"},{"day":"Funday","colour":1}]}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name         | 7",
                "name         | ''",
                "name         | '   '",
                "name         | null",
                "name         | 'abcdef'",
                "name         | 'a\\u0000b'",
                "name         | 'a\\nb'",
                "name         | '\\ud83d'",
                "name         | '?!'",
                "name         | '😀'",
                "name         | 'a\\u202eb'",
                "words[0]     | ['-']",
                "words[1]     | ['a','a\\u2066']",
                "born         | '2026-2-3'",
                "born         | '2025-02-29'",
                "born         | 20260101",
                "at           | '2026-11-26T19:00:00'",
                "at           | '2026-11-26'",
                "count        | 1.5",
                "count        | 99999999999",
                "count        | true",
                "flag         | 'true'",
                "flag         | 1",
                "id           | '1-1-1-1-1'",
                "address      | 'a'",
                "availability | {}",
                "words        | 'one'",
                "words[0]     | ['four']",
                "words[1]     | ['one',null]",
                "availability | [null]",
                "availability[0].from | [{'day':'MONDAY','from':'25:00'}]",
                "availability[0].from | [{'day':'MONDAY','from':'9:00'}]"
            },
            quoteCharacter = '`')
    void a_wrong_value_is_named(String field, String value) {
        String property = field.replaceAll("[\\[.].*", "");
        String json = "{\"name\":\"Sam\",\"" + property + "\":" + value.replace('\'', '"') + "}";
        if (property.equals("name")) {
            json = "{\"name\":" + value.replace('\'', '"') + "}";
        }
        List<String> named = fields(json);
        assertEquals(1, named.size(), named.toString());
        assertEquals(property, named.get(0).replaceAll("[\\[.].*", ""));
    }

    @Test
    void an_emoji_counts_as_one_character() {
        assertEquals("S😀😀😀😀", read("{\"name\":\"S😀😀😀😀\"}").name());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C})
    void a_hidden_direction_mark_is_refused_in_one_line_and_kept_in_a_message(int mark) {
        String text = "S" + Character.toString(mark) + "m";

        assertEquals(
                List.of(new Violation("name", "Must not contain hidden direction marks.")),
                faults("{\"name\":\"" + text + "\"}"));
        assertEquals(text, read("{\"name\":\"Sam\",\"body\":\"" + text + "\"}").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "- -", "😀", "'"})
    void a_line_without_letter_or_digit_is_refused_and_a_message_is_kept(String text) {
        assertEquals(
                List.of(new Violation("name", "Must contain at least one letter or digit.")),
                faults("{\"name\":\"" + text + "\"}"));
        assertEquals(text, read("{\"name\":\"Sam\",\"body\":\"" + text + "\"}").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Siân", "עמרה", "أمارة", "李", "7"})
    void names_of_every_script_are_read(String name) {
        assertEquals(name, read("{\"name\":\"" + name + "\"}").name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{\"name\":\"Sam\"",
                "{\"name\":\"Sam\"} {}",
                "{\"name\":\"Sam\",\"name\":\"Sam\"}",
                "{'name':'Sam'}",
                "{\"name\":\"Sam\",}"
            })
    void what_is_not_one_json_object_is_refused(String json) {
        assertEquals(List.of(""), fields(json));
    }

    @Test
    void depth_has_a_limit() {
        assertEquals(List.of(""), fields("{\"a\":".repeat(12) + "1" + "}".repeat(12)));
    }

    @Test
    void no_message_repeats_what_was_sent() {
        for (Violation fault : faults("{\"name\":\"Okafor-Okafor\",\"born\":\"Okafor\",\"count\":\"Okafor\"}")) {
            assertFalse(fault.message().contains("Okafor"), fault.message());
        }
    }
}
