package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.OurNumbersConfig;
import org.peerline.sms.SmsConfig;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryFailure;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.testkit.SignedWebhook;

/** What genuine forms say. */
class FormsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SID = "SM0123456789abcdef0123456789abcdef";
    private static final String OURS = "+447700900201";
    private static final UUID MESSAGE_ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Test
    void text_is_read_with_everything_that_matters() {
        assertEquals(
                Optional.of(new InboundSms(
                        SID,
                        new PhoneNumber("+447400100099"),
                        new PhoneNumber(OURS),
                        "Hello Amara",
                        2,
                        OptOut.STOP,
                        NOW,
                        false)),
                text(Map.of("NumMedia", "2", "OptOutType", "STOP")));
    }

    @Test
    void text_without_a_body_is_empty() {
        assertEquals("", text(Map.of("Body", "")).orElseThrow().body());
        var form = textForm();
        form.remove("Body");
        assertEquals("", InboundForm.read(form(form), ours(), NOW).orElseThrow().body());
    }

    @ParameterizedTest
    @CsvSource({"STOP, STOP", "START, START", "HELP, HELP", "stop, NONE", "LATER, NONE", "'', NONE"})
    void opt_out_is_what_twilio_says_of_it(String type, OptOut expected) {
        assertEquals(expected, text(Map.of("OptOutType", type)).orElseThrow().optOut());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "'', 0", "-1, 0", "many, 0", "999999999999, 0"})
    void pictures_are_counted_when_the_count_is_one(String count, int pictures) {
        assertEquals(pictures, text(Map.of("NumMedia", count)).orElseThrow().pictures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"60006", "12345", "88044", "Vodafone", "NHSNoReply", "", "whatsapp:+447400100099", "+", "+1"})
    void sender_that_is_no_number_is_nobody(String from) {
        assertEquals(Optional.empty(), text(Map.of("From", from)));
    }

    @ParameterizedTest
    @CsvSource({"+447400100099, +447400100099", "+353851234567, +353851234567", "+4407400100099, +447400100099"})
    void sender_has_one_form(String from, String e164) {
        assertEquals(e164, text(Map.of("From", from)).orElseThrow().from().e164());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+447700900999", "07700900201", "60006", "", "nonsense"})
    void text_to_a_number_that_is_not_ours_is_refused(String to) {
        var refused = assertThrows(WebhookRefused.class, () -> text(Map.of("To", to)));

        assertEquals(WebhookRefusal.UNKNOWN_NUMBER, refused.refusal());
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, ACCEPTED",
        "scheduled, ACCEPTED",
        "queued, ACCEPTED",
        "sending, ACCEPTED",
        "sent, SENT",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, FAILED",
        "failed, FAILED",
        "canceled, FAILED",
    })
    void each_status_has_one_meaning(String written, SmsStatus expected) {
        assertEquals(
                expected,
                report(Map.of("MessageStatus", written), "").orElseThrow().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DELIVERED", "partially_delivered", "receiving", "a status of next year"})
    void status_that_we_do_not_know_is_left_alone(String written) {
        assertEquals(Optional.empty(), report(Map.of("MessageStatus", written), ""));
    }

    @Test
    void report_carries_our_id_and_what_the_code_means() {
        assertEquals(
                Optional.of(new DeliveryReport(
                        Optional.of(MESSAGE_ID),
                        Optional.of(2),
                        SID,
                        SmsStatus.FAILED,
                        Optional.of("30007"),
                        Optional.of(DeliveryFailure.FILTERED),
                        NOW)),
                report(Map.of("MessageStatus", "undelivered", "ErrorCode", "30007"), "m=" + MESSAGE_ID + "&n=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n=", "n=0", "n=-1", "n=1234567890", "n=1x"})
    void report_without_the_number_of_a_hand_over_names_none(String query) {
        assertEquals(
                Optional.empty(),
                report(Map.of("MessageStatus", "sent"), query).orElseThrow().sendNo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m=", "m=nonsense", "mm=01980000-0000-7000-8000-000000000001", "x=1"})
    void report_without_our_id_is_known_by_twilios_alone(String query) {
        assertEquals(
                Optional.empty(),
                report(Map.of("MessageStatus", "sent"), query).orElseThrow().messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "nonsense", "99999999999"})
    void failure_whose_code_cannot_be_read_is_of_an_unknown_kind(String code) {
        var report =
                report(Map.of("MessageStatus", "failed", "ErrorCode", code), "").orElseThrow();

        assertEquals(Optional.empty(), report.errorCode());
        assertEquals(Optional.of(DeliveryFailure.UNKNOWN_CODE), report.failure());
    }

    private static Optional<InboundSms> text(Map<String, String> changed) {
        var form = textForm();
        form.putAll(changed);
        return InboundForm.read(form(form), ours(), NOW);
    }

    private static Map<String, String> textForm() {
        return new HashMap<>(SignedWebhook.textForm(SID, "+447400100099", OURS, "Hello Amara"));
    }

    private static Optional<DeliveryReport> report(Map<String, String> changed, String query) {
        var form = new HashMap<>(Map.of("MessageSid", SID));
        form.putAll(changed);
        return StatusForm.read(form(form), Optional.of(query), NOW);
    }

    private static WebhookForm form(Map<String, String> parameters) {
        return WebhookForm.read(SignedWebhook.encode(parameters).getBytes(StandardCharsets.US_ASCII));
    }

    private static OurNumbers ours() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmsConfig.class)
                .withMapping(OurNumbersConfig.class)
                .build();
        return new OurNumbers(
                config.getConfigMapping(OurNumbersConfig.class),
                new SmsGateway(config.getConfigMapping(SmsConfig.class)));
    }
}
