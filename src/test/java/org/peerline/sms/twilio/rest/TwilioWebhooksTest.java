package org.peerline.sms.twilio.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.InjectMock;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.inbox.Inbox;
import org.peerline.sms.outbox.delivery.DeliveryFailure;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SmsSender;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;

/** The webhooks over HTTP; what they hand on is caught before the mailroom. */
@PeerlineTest
class TwilioWebhooksTest {
    private static final String MESSAGES = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";
    private static final String STATUS = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/status";
    private static final String SENDER = "+447400100099";

    private final SignedWebhook webhook = new SignedWebhook();
    private FakeTwilio twilio;

    @InjectMock
    Inbox inbox;

    @InjectMock
    RecordDelivery deliveries;

    @Inject
    Instance<SmsSender> senders;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void forgetEarlierTexts() {
        twilio.reset();
    }

    @Test
    void signed_text_is_handed_on_and_answered_with_empty_twiml() {
        var answer = webhook.text(SENDER, FakeTwilioResource.relayNumber(1), "Hello नमस्ते 😀");

        assertEquals(200, answer.statusCode());
        assertEquals("text/xml", mediaType(answer));
        assertTrue(answer.body().endsWith("<Response/>"));
        InboundSms sms = taken();
        assertEquals("Hello नमस्ते 😀", sms.body());
        assertEquals(new PhoneNumber(SENDER), sms.from());
        assertEquals(new PhoneNumber(FakeTwilioResource.relayNumber(1)), sms.to());
    }

    @Test
    void text_of_1600_characters_of_three_bytes_is_handed_on_whole() {
        String body = "न".repeat(1600);

        assertEquals(
                200,
                webhook.text(SENDER, FakeTwilioResource.SERVICE_NUMBER, body).statusCode());
        assertEquals(body, taken().body());
    }

    @Test
    void text_from_a_short_code_is_dropped_and_counted() {
        double before = dropped();

        var answer = webhook.text("60006", FakeTwilioResource.SERVICE_NUMBER, "Your parcel");

        assertEquals(204, answer.statusCode());
        assertEquals(before + 1, dropped());
        verifyNothingWasTaken();
    }

    @Test
    void forged_unsigned_and_foreign_posts_change_nothing_and_are_counted() {
        var form = form();
        var foreign = new HashMap<>(form);
        foreign.put("AccountSid", "ACffffffffffffffffffffffffffffffff");
        double forged = refused("forged");
        double unsigned = refused("unsigned");
        double fromElsewhere = refused("foreign_account");
        double toNobody = refused("unknown_number");

        assertEquals(
                403,
                webhook.post(MESSAGES, SignedWebhook.encode(form), "bm90IHNpZ25lZCBieSB0d2lsaW8=")
                        .statusCode());
        assertEquals(403, webhook.postUnsigned(MESSAGES, form).statusCode());
        assertEquals(403, webhook.post(MESSAGES, foreign).statusCode());
        assertEquals(403, webhook.text(SENDER, "+447400199999", "Hello").statusCode());

        assertEquals(forged + 1, refused("forged"));
        assertEquals(unsigned + 1, refused("unsigned"));
        assertEquals(fromElsewhere + 1, refused("foreign_account"));
        assertEquals(toNobody + 1, refused("unknown_number"));
        verifyNothingWasTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body=%", "Body=%FF", "Body=a&Body=b", "=x"})
    void broken_form_is_refused_before_anything_else(String body) {
        assertEquals(400, webhook.post(MESSAGES, body, "x").statusCode());
        assertEquals(400, webhook.post(STATUS, body, "x").statusCode());
        verifyNothingWasTaken();
        verifyNoInteractions(deliveries);
    }

    @Test
    void form_over_64_kilobytes_is_refused() {
        assertEquals(
                413,
                webhook.post(MESSAGES, "Body=" + "x".repeat(64 * 1024), "x").statusCode());
    }

    @Test
    void json_is_refused() {
        assertEquals(415, webhook.postJson(MESSAGES, "{}").statusCode());
    }

    @Test
    void text_that_cannot_be_stored_is_asked_for_again() {
        doThrow(new IllegalStateException("the database is away")).when(inbox).take(any());

        HttpResponse<String> answer = webhook.post(MESSAGES, form());

        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertEquals("application/problem+json", mediaType(answer));
        assertFalse(answer.body().contains("the database is away"));
    }

    @Test
    void report_on_a_text_comes_back_to_the_address_that_went_out_with_it() {
        UUID messageId = Identifier.next();
        senders.get()
                .send(new OutgoingSms(
                        messageId,
                        3,
                        new PhoneNumber(FakeTwilioResource.relayNumber(1)),
                        new PhoneNumber(SENDER),
                        "Hello",
                        Duration.ofHours(1)));
        PostedMessage posted = twilio.posts().get(0);

        var answer = webhook.status(posted, "undelivered", Optional.of(30005));

        assertEquals(204, answer.statusCode());
        DeliveryReport report = recorded();
        assertEquals(Optional.of(messageId), report.messageId());
        assertEquals(Optional.of(3), report.sendNo());
        assertEquals(posted.sid(), report.providerId());
        assertEquals(SmsStatus.FAILED, report.status());
        assertEquals(Optional.of("30005"), report.errorCode());
        assertEquals(Optional.of(DeliveryFailure.BAD_NUMBER), report.failure());
    }

    @Test
    void report_at_the_address_of_another_text_is_forged() {
        var form = Map.of(
                "MessageSid", TwilioIds.message(), "AccountSid", FakeTwilio.ACCOUNT_SID, "MessageStatus", "sent");
        String signature = TwilioSignature.of(FakeTwilio.AUTH_TOKEN, STATUS + "?m=" + Identifier.next(), form);

        var answer = webhook.post(STATUS + "?m=" + Identifier.next(), SignedWebhook.encode(form), signature);

        assertEquals(403, answer.statusCode());
        assertEquals("application/problem+json", mediaType(answer));
        verifyNoInteractions(deliveries);
    }

    @Test
    void report_of_a_status_that_we_do_not_know_is_accepted_and_left_alone() {
        var form = Map.of(
                "MessageSid", TwilioIds.message(), "AccountSid", FakeTwilio.ACCOUNT_SID, "MessageStatus", "teleported");

        assertEquals(204, webhook.post(STATUS, form).statusCode());
        verifyNoInteractions(deliveries);
    }

    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
    }

    private static Map<String, String> form() {
        return SignedWebhook.textForm(TwilioIds.message(), SENDER, FakeTwilioResource.SERVICE_NUMBER, "Hello");
    }

    private void verifyNothingWasTaken() {
        verify(inbox, never()).take(any());
    }

    private InboundSms taken() {
        var sms = ArgumentCaptor.forClass(InboundSms.class);
        verify(inbox).take(sms.capture());
        return sms.getValue();
    }

    private DeliveryReport recorded() {
        var report = ArgumentCaptor.forClass(DeliveryReport.class);
        verify(deliveries).record(report.capture());
        return report.getValue();
    }

    private double refused(String reason) {
        return meters.counter("peerline.webhook.refused", "reason", reason).count();
    }

    private double dropped() {
        return meters.counter("peerline.webhook.dropped", "reason", "sender_is_no_number")
                .count();
    }
}
