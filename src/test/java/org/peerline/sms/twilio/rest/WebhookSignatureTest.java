package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioSignature;

class WebhookSignatureTest {
    private static final Map<String, String> PUBLISHED = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");
    private static final String PUBLISHED_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String PATH = "/webhooks/twilio/status?m=1";
    private static final Map<String, String> FORM = Map.of("Body", "नमस्ते don’t", "From", "+447400100099", "A", "");

    @Test
    void example_that_twilio_publishes_is_accepted() {
        var signature = new WebhookSignature(List.of("12345"), "https://mycompany.com");

        assertTrue(signature.isOf("/myapp.php?foo=1&bar=2", form(PUBLISHED), PUBLISHED_SIGNATURE));
    }

    @Test
    void test_kit_signs_the_example_as_twilio_does() {
        assertEquals(
                PUBLISHED_SIGNATURE,
                TwilioSignature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", PUBLISHED));
    }

    @ParameterizedTest
    @CsvSource({
        "https://peerline.example/base, https://peerline.example/base",
        "https://peerline.example/base, https://peerline.example:443/base",
        "https://peerline.example:443/base, https://peerline.example/base",
        "https://peerline.example:443/base, https://peerline.example:443/base",
        "http://peerline.example, http://peerline.example:80",
        "https://peerline.example:8443, https://peerline.example:8443",
    })
    void default_port_may_be_named_or_not(String publicUrl, String signedUrl) {
        String given = TwilioSignature.of("token", signedUrl + PATH, FORM);

        assertTrue(new WebhookSignature(List.of("token"), publicUrl).isOf(PATH, form(FORM), given));
        assertTrue(new RequestValidator("token").validate(publicUrl + PATH, FORM, given), "so does the SDK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://peerline.example/base",
                "https://elsewhere.example/base",
                "https://peerline.example",
                "https://peerline.example:8443/base",
                "https://peerline.example:80/base",
            })
    void another_url_is_refused(String signedUrl) {
        String given = TwilioSignature.of("token", signedUrl + PATH, FORM);

        assertFalse(
                new WebhookSignature(List.of("token"), "https://peerline.example/base").isOf(PATH, form(FORM), given));
    }

    @Test
    void query_is_covered_as_it_was_received() {
        String given = TwilioSignature.of("token", "https://peerline.example/webhooks?m=%31", FORM);
        var signature = new WebhookSignature(List.of("token"), "https://peerline.example");

        assertTrue(signature.isOf("/webhooks?m=%31", form(FORM), given));
        assertFalse(signature.isOf("/webhooks?m=1", form(FORM), given));
        assertFalse(signature.isOf("/webhooks?m=2", form(FORM), given));
        assertFalse(signature.isOf("/webhooks", form(FORM), given));
    }

    @Test
    void every_parameter_is_covered() {
        var signature = new WebhookSignature(List.of("token"), "https://peerline.example");
        String given = TwilioSignature.of("token", "https://peerline.example" + PATH, FORM);

        assertTrue(signature.isOf(PATH, form(FORM), given));
        assertFalse(signature.isOf(PATH, form(Map.of("Body", "other", "From", "+447400100099", "A", "")), given));
        assertFalse(signature.isOf(PATH, form(Map.of("Body", "नमस्ते don’t", "From", "+447400100099")), given));
    }

    @Test
    void both_tokens_are_accepted_while_one_replaces_the_other_and_no_third() {
        var signature = new WebhookSignature(List.of("old", "new"), "https://peerline.example");

        assertTrue(signature.isOf(PATH, form(FORM), signed("old")));
        assertTrue(signature.isOf(PATH, form(FORM), signed("new")));
        assertFalse(signature.isOf(PATH, form(FORM), signed("third")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8B8= ", "ŘSOYDt4T1cU="})
    void anything_but_the_exact_signature_is_refused(String given) {
        var signature = new WebhookSignature(List.of("12345"), "https://mycompany.com");

        assertFalse(signature.isOf("/myapp.php?foo=1&bar=2", form(PUBLISHED), given));
    }

    private static String signed(String token) {
        return TwilioSignature.of(token, "https://peerline.example" + PATH, FORM);
    }

    private static WebhookForm form(Map<String, String> parameters) {
        return WebhookForm.read(SignedWebhook.encode(parameters).getBytes(StandardCharsets.US_ASCII));
    }
}
