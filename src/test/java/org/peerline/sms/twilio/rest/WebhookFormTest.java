package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.SignedWebhook;

class WebhookFormTest {
    @Test
    void names_and_values_are_read() {
        assertEquals(
                Map.of("From", "+447400100099", "Body", "a b+c&d=e", "Empty", "", "NoValue", "", "Eq", "a=b"),
                read("From=%2B447400100099&Body=a+b%2Bc%26d%3De&Empty=&NoValue&Eq=a=b")
                        .parameters());
    }

    @Test
    void absent_is_not_the_same_as_empty() {
        assertEquals(Optional.of(""), read("Body=").value("Body"));
        assertEquals(Optional.empty(), read("Body=").value("To"));
    }

    @Test
    void empty_form_has_no_parameters() {
        assertEquals(Map.of(), read("").parameters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"don’t 😀", "नमस्ते", "مرحبا", "\0", "\u202Eabc\u202C", "a\r\nb\tc", "%41", "+", "&=", "\uFEFF"})
    void every_character_survives(String body) {
        assertEquals(
                Optional.of(body),
                read(SignedWebhook.encode(Map.of("Body", body))).value("Body"));
    }

    @Test
    void text_of_1600_characters_of_three_bytes_survives() {
        String body = "न".repeat(1600);

        assertEquals(
                Optional.of(body),
                read(SignedWebhook.encode(Map.of("Body", body))).value("Body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Body=%",
                "Body=%4",
                "Body=%4&To=1",
                "Body=%zz",
                "Body=%+1",
                "%=x",
                "Body=a b",
                "Body=a\nb",
                "Body=a\0b",
                "Body=ä",
                "=x",
                "&Body=x",
                "Body=x&&To=1",
                "Body=%80",
                "Body=%C3",
                "Body=%C0%80",
                "Body=%ED%A0",
                "Body=%ED%A0%C0",
                "Body=%ED%A0%80%FF",
                "Body=%F5%80%80%80",
                "B%FFdy=x",
            })
    void broken_forms_are_refused(String body) {
        assertEquals(WebhookRefusal.MALFORMED, refusal(body));
    }

    @ParameterizedTest
    @CsvSource({
        "%ED%A0%80, \\uD800",
        "%ED%AF%BF, \\uDBFF",
        "%ED%BF%BF, \\uDFFF",
        "a%ED%A0%BDb, a\\uD83Db",
        "%ED%A0%80%ED%A0%80, \\uD800\\uD800",
        "%C3%A9%ED%B8%80%F0%9F%98%80, \u00E9\\uDE00\uD83D\uDE00",
        "%ED%9F%BF, \uD7FF",
    })
    void half_of_a_pair_is_read_and_not_lost(String encoded, String expected) {
        assertEquals(
                Optional.of(StringEscapes.read(expected)),
                read("Body=" + encoded).value("Body"));
    }

    /** Halves of pairs cannot stand in a source file. */
    private static final class StringEscapes {
        static String read(String written) {
            return Pattern.compile("\\\\u([0-9A-F]{4})")
                    .matcher(written)
                    .replaceAll(half ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(half.group(1), 16))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body=a&Body=b", "Body=a&Body=a", "Body=a&To=1&B%6Fdy=b", "Body&Body"})
    void name_given_twice_is_refused(String body) {
        assertEquals(WebhookRefusal.MALFORMED, refusal(body));
    }

    private static WebhookForm read(String body) {
        return WebhookForm.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookRefusal refusal(String body) {
        return assertThrows(WebhookRefused.class, () -> read(body)).refusal();
    }
}
