package org.peerline.sms.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.StartupRefused;
import org.peerline.testkit.FakeTwilio;

class TwilioSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peerline.twilio.account-sid | '' | PEERLINE_TWILIO_ACCOUNT_SID is missing; the Twilio gateway needs it.",
                "peerline.twilio.account-sid | ' ' | PEERLINE_TWILIO_ACCOUNT_SID is missing; the Twilio gateway needs it.",
                "peerline.twilio.account-sid | ../x | PEERLINE_TWILIO_ACCOUNT_SID is not one of Twilio's ids.",
                "peerline.twilio.auth-token | '' | PEERLINE_TWILIO_AUTH_TOKEN is missing; the Twilio gateway needs it.",
                "peerline.twilio.messaging-service-sid | ../x | PEERLINE_TWILIO_MESSAGING_SERVICE_SID is not one of"
                        + " Twilio's ids.",
                "peerline.public-url | '' | PEERLINE_PUBLIC_URL is missing; with the Twilio gateway it is the URL under"
                        + " which Twilio reaches this service.",
                "peerline.public-url | peerline.example | PEERLINE_PUBLIC_URL must be an http or https URL without a"
                        + " query, such as https://peerline.example/prefix.",
            })
    void what_is_missing_or_unusable_is_named_in_one_sentence(String property, String value, String sentence) {
        var refused = assertThrows(StartupRefused.class, () -> TwilioTestSettings.with(Map.of(property, value)));

        assertEquals(sentence, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://peerline.example?x=1",
        "https://peerline.example/#x",
        "ftp://peerline.example",
        "https:///x",
        "https://user@peerline.example",
        "https://peer line.example"
    })
    void public_url_must_be_one_that_can_be_called_and_signed(String url) {
        assertThrows(StartupRefused.class, () -> TwilioTestSettings.with(Map.of("peerline.public-url", url)));
    }

    @Test
    void api_key_without_its_secret_is_refused() {
        assertThrows(StartupRefused.class, () -> TwilioTestSettings.with(Map.of("peerline.twilio.api-key-sid", "SK1")));
        assertThrows(
                StartupRefused.class, () -> TwilioTestSettings.with(Map.of("peerline.twilio.api-key-secret", "s")));
    }

    @Test
    void slashes_at_the_end_of_a_url_are_left_out() {
        var settings = TwilioTestSettings.with(Map.of(
                "peerline.public-url", "https://peerline.example/base/",
                "peerline.twilio.api-url", "http://127.0.0.1:9000//"));

        assertEquals("https://peerline.example/base", settings.publicUrl());
        assertEquals("http://127.0.0.1:9000", settings.apiUrl());
    }

    @Test
    void what_is_not_set_has_safe_values() {
        var settings = TwilioTestSettings.with(Map.of());

        assertEquals("https://api.twilio.com", settings.apiUrl());
        assertEquals(List.of(FakeTwilio.AUTH_TOKEN), settings.authTokens());
        assertEquals(Duration.ofSeconds(2), settings.connectTimeout());
        assertEquals(Duration.ofSeconds(10), settings.responseTimeout());
        assertFalse(settings.discardContent());
    }

    @Test
    void no_secret_is_printed() {
        var settings = TwilioTestSettings.with(
                Map.of("peerline.twilio.api-key-sid", "SK1", "peerline.twilio.api-key-secret", "key-secret"));

        String printed = settings + " " + settings.login();
        assertFalse(printed.contains(FakeTwilio.AUTH_TOKEN) || printed.contains("key-secret"));
    }
}
