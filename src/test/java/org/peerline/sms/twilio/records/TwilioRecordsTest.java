package org.peerline.sms.twilio.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.OurNumbersConfig;
import org.peerline.sms.SmsConfig;
import org.peerline.sms.SmsGateway;
import org.peerline.sms.inbox.late.ReceivedTexts;
import org.peerline.sms.inbox.late.ReceivedTexts.Received;
import org.peerline.sms.outbox.delivery.DeliveryFailure;
import org.peerline.sms.outbox.doubt.ProviderRecords;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.twilio.TwilioSmsSender;
import org.peerline.sms.twilio.TwilioTestSettings;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.TwilioIds;

/** Reading the provider's list over real sockets. */
class TwilioRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SENDER = "+447400200001";
    private static final String OURS = "+447400100001";

    private final FakeTwilio twilio = new FakeTwilio(at(NOON));
    private final TwilioRecords records = new TwilioRecords(TwilioTestSettings.with(twilio, Map.of()), ours());

    private final TwilioSmsSender sender = new TwilioSmsSender(TwilioTestSettings.with(twilio, Map.of()));

    @AfterEach
    void closeBoth() throws Exception {
        records.close();
        twilio.close();
    }

    @Test
    void list_of_many_pages_is_read_whole() throws Exception {
        for (int n = 0; n < 2_300; n++) {
            received("text " + n);
        }

        List<Received> read = records.since(NOON.minusSeconds(60));

        assertEquals(2_300, read.size());
        assertEquals(2_300, read.stream().map(Received::providerId).distinct().count());
    }

    @Test
    void texts_come_in_the_order_in_which_they_were_sent_also_within_one_second() throws Exception {
        for (int n = 0; n < 5; n++) {
            received("text " + n);
        }

        assertEquals(
                IntStream.range(0, 5).mapToObj(n -> "text " + n).toList(),
                records.since(NOON.minusSeconds(60)).stream()
                        .map(Received::body)
                        .toList());
    }

    @Test
    void texts_from_before_are_left_out() throws Exception {
        received("too early");
        twilio.clock(at(NOON.plus(Duration.ofHours(1))));
        received("in time");

        assertEquals(
                List.of("in time"),
                records.since(NOON.plusSeconds(1)).stream().map(Received::body).toList());
    }

    @Test
    void texts_to_numbers_that_are_not_ours_and_from_none_are_left_out() throws Exception {
        twilio.hasReceived(TwilioIds.message(), SENDER, "+447400199999", "to somebody else on the account");
        twilio.hasReceived(TwilioIds.message(), "60006", OURS, "from a short code");

        assertEquals(List.of(), records.since(NOON.minusSeconds(60)));
    }

    @Test
    void list_that_breaks_off_is_no_list() {
        received("text");
        twilio.listIsAway();

        assertThrows(ReceivedTexts.Closed.class, () -> records.since(NOON.minusSeconds(60)));
        assertFalse(records.answers());
        twilio.reset();
        assertTrue(records.answers());
    }

    @Test
    void only_what_we_sent_and_what_has_come_to_its_end_is_told_with_its_failure() throws Exception {
        received("from somebody");
        for (String body : List.of("on its way", "arrived", "lost", "called off")) {
            sent(body);
        }
        ended("on its way", "sent", null);
        ended("arrived", "delivered", null);
        ended("lost", "undelivered", 30003);
        ended("called off", "canceled", null);

        var told = new TreeMap<String, Optional<DeliveryFailure>>();
        records.ended(NOON.minusSeconds(60), part -> {
            part.forEach(text -> told.put(text.body(), text.failure()));
            return true;
        });

        assertEquals(
                Map.of(
                        "arrived", Optional.empty(),
                        "lost", Optional.of(DeliveryFailure.PERHAPS_TEMPORARY),
                        "called off", Optional.of(DeliveryFailure.UNKNOWN_CODE)),
                told);
    }

    @Test
    void reading_of_what_has_ended_goes_through_all_pages_or_ends_when_it_is_told_to() throws Exception {
        for (int n = 0; n < 2_300; n++) {
            received("text " + n);
        }
        var parts = new AtomicInteger();

        records.ended(NOON.minusSeconds(60), part -> parts.incrementAndGet() > 0);
        assertEquals(3, parts.get());
        records.ended(NOON.minusSeconds(60), part -> parts.incrementAndGet() < 0);
        assertEquals(4, parts.get());
        twilio.listIsAway();
        assertThrows(ProviderRecords.Unavailable.class, () -> records.ended(NOON, part -> true));
    }

    private void sent(String body) {
        sender.send(new OutgoingSms(
                UUID.randomUUID(), 1, new PhoneNumber(OURS), new PhoneNumber(SENDER), body, Duration.ofHours(1)));
    }

    private void ended(String body, String status, Integer code) {
        twilio.posts().stream()
                .filter(post -> post.body().equals(body))
                .forEach(post -> twilio.ended(post, status, code));
    }

    private void received(String body) {
        twilio.hasReceived(TwilioIds.message(), SENDER, OURS, body);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static OurNumbers ours() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SmsConfig.class)
                .withMapping(OurNumbersConfig.class)
                .withDefaultValues(Map.of(
                        "peerline.sms.gateway", "twilio",
                        "peerline.service-number", "+447400100000",
                        "peerline.relay-numbers", OURS))
                .build();
        return new OurNumbers(
                config.getConfigMapping(OurNumbersConfig.class),
                new SmsGateway(config.getConfigMapping(SmsConfig.class)));
    }
}
