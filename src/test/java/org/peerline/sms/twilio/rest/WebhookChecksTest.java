package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.sms.twilio.TwilioTestSettings;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioSignature;

class WebhookChecksTest {
    private static final String PATH = "/webhooks/twilio/messages";
    private static final String URL = "https://peerline.example/base" + PATH;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SID = "SM0123456789abcdef0123456789abcdef";

    private final WebhookChecks checks = new WebhookChecks(
            TwilioTestSettings.with(Map.of("peerline.twilio.auth-token-next", FakeTwilio.AUTH_TOKEN_NEXT)));

    @ParameterizedTest
    @ValueSource(
            strings = {FORM, FORM + "; charset=UTF-8", FORM + " ;charset=utf-8", "Application/X-WWW-Form-Urlencoded"})
    void genuine_form_passes(String contentType) {
        var form = genuine();

        assertEquals(
                Optional.of("Hello"),
                checks.check(PATH, post(contentType, form, signature(form))).value("Body"));
    }

    @Test
    void form_signed_with_the_token_to_come_passes() {
        var form = genuine();

        checks.check(PATH, post(FORM, form, TwilioSignature.of(FakeTwilio.AUTH_TOKEN_NEXT, URL, form)));
    }

    @Test
    void parameters_that_nobody_announced_are_accepted_and_covered() {
        var form = genuine();
        String withoutTheNewOne = signature(form);
        form.put("Neuland", "1");

        checks.check(PATH, post(FORM, form, signature(form)));
        assertEquals(WebhookRefusal.FORGED, refusal(post(FORM, form, withoutTheNewOne)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data", "text/plain", "", "application/x-www-form"})
    void other_content_is_refused(String contentType) {
        var form = genuine();

        assertEquals(WebhookRefusal.NOT_A_FORM, refusal(post(contentType, form, signature(form))));
    }

    @Test
    void content_without_a_type_is_refused() {
        var post = new WebhookPost(Optional.empty(), Optional.empty(), List.of("x"), new byte[0]);

        assertEquals(WebhookRefusal.NOT_A_FORM, refusal(post));
    }

    @Test
    void form_over_64_kilobytes_is_refused_and_one_of_64_is_not() {
        var form = genuine();
        int others = SignedWebhook.encode(form).length() - "Hello".length();

        form.put("Body", "x".repeat(64 * 1024 - others));
        checks.check(PATH, post(FORM, form, signature(form)));

        form.put("Body", form.get("Body") + "x");
        assertEquals(WebhookRefusal.TOO_LARGE, refusal(post(FORM, form, signature(form))));
    }

    @Test
    void missing_forged_and_doubled_signatures_are_refused() {
        var form = genuine();
        byte[] body = SignedWebhook.encode(form).getBytes(StandardCharsets.US_ASCII);

        assertEquals(WebhookRefusal.UNSIGNED, refusal(post(List.of(), body)));
        assertEquals(WebhookRefusal.FORGED, refusal(post(List.of("RSOYDt4T1cUTdK1PDd93/VVr8B8="), body)));
        assertEquals(WebhookRefusal.FORGED, refusal(post(List.of(signature(form), signature(form)), body)));
    }

    @Test
    void signature_of_another_door_is_refused() {
        var form = genuine();
        var post = post(FORM, form, signature(form));

        var refused = assertThrows(WebhookRefused.class, () -> checks.check("/webhooks/twilio/status", post));
        assertEquals(WebhookRefusal.FORGED, refused.refusal());
    }

    @Test
    void query_is_part_of_what_is_signed() {
        var form = genuine();
        byte[] body = SignedWebhook.encode(form).getBytes(StandardCharsets.US_ASCII);
        var withQuery = List.of(TwilioSignature.of(FakeTwilio.AUTH_TOKEN, URL + "?m=1", form));

        checks.check(PATH, new WebhookPost(Optional.of("m=1"), Optional.of(FORM), withQuery, body));
        assertEquals(
                WebhookRefusal.FORGED,
                refusal(new WebhookPost(Optional.of("m=2"), Optional.of(FORM), withQuery, body)));
    }

    @ParameterizedTest
    @CsvSource({
        "AccountSid, ACffffffffffffffffffffffffffffffff, FOREIGN_ACCOUNT",
        "AccountSid, '', FOREIGN_ACCOUNT",
        "AccountSid, , FOREIGN_ACCOUNT",
        "MessageSid, , MALFORMED",
        "MessageSid, '', MALFORMED",
        "MessageSid, SM0123, MALFORMED",
        "MessageSid, SM0123456789ABCDEF0123456789ABCDEF, MALFORMED",
        "MessageSid, CA0123456789abcdef0123456789abcdef, MALFORMED",
        "MessageSid, SM0123456789abcdef0123456789abcdef0, MALFORMED",
    })
    void signed_form_must_be_about_a_text_of_our_account(String name, String value, WebhookRefusal refusal) {
        var form = genuine();
        if (value == null) {
            form.remove(name);
        } else {
            form.put(name, value);
        }

        assertEquals(refusal, refusal(post(FORM, form, signature(form))));
    }

    private static Map<String, String> genuine() {
        return new HashMap<>(SignedWebhook.textForm(SID, "+447400100099", "+447400100001", "Hello"));
    }

    private static String signature(Map<String, String> form) {
        return TwilioSignature.of(FakeTwilio.AUTH_TOKEN, URL, form);
    }

    private static WebhookPost post(String contentType, Map<String, String> form, String signature) {
        byte[] body = SignedWebhook.encode(form).getBytes(StandardCharsets.US_ASCII);
        return new WebhookPost(Optional.empty(), Optional.of(contentType), List.of(signature), body);
    }

    private static WebhookPost post(List<String> signatures, byte[] body) {
        return new WebhookPost(Optional.empty(), Optional.of(FORM), signatures, body);
    }

    private WebhookRefusal refusal(WebhookPost post) {
        return assertThrows(WebhookRefused.class, () -> checks.check(PATH, post))
                .refusal();
    }
}
