package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;

/** What Prometheus reads is what has happened, read at the door at which it reads. */
@PeerlineTest
class MetricsTellTheTruthTest extends Journey {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @Inject
    Jdbi jdbi;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);
    private String before;

    @BeforeEach
    void sam_and_amara_talk() {
        samAndAmaraTalk();
        before = read();
    }

    @Test
    void text_is_owed_and_grows_old_until_it_is_handed_over_and_delivered() {
        webhook.text(sam().number(), relay, "one");
        programme.timeIs(programme.now().plus(Duration.ofMinutes(2)));
        assertEquals(1, now("peerline_texts_owed"));
        assertEquals(132, now("peerline_texts_oldest_owed_seconds"), 2);

        programme.settle();
        var sent = amara().receives("one");
        assertEquals(0, now("peerline_texts_owed"));
        assertEquals(0, now("peerline_texts_oldest_owed_seconds"));
        assertEquals(1, more("peerline_texts_handed_over_total{outcome=\"accepted\"}"));
        assertEquals(0, more("peerline_texts_delivered_total"));

        for (int times = 0; times < 3; times++) {
            webhook.status(sent, "delivered", Optional.empty());
        }
        assertEquals(1, more("peerline_texts_delivered_total"));
        assertEquals(3, more("peerline_webhook_time_seconds_count{webhook=\"status\"}"));
        assertEquals(1, more("peerline_webhook_time_seconds_count{webhook=\"messages\"}"));
    }

    @Test
    void failures_are_counted_once_each_by_their_class() {
        twilio.answerNext(FakeAnswer.error(400, 21211));
        sam().texts(relay, "to a bad number");
        amara().receives("to a bad number");
        sam().receives("could not be delivered");
        assertEquals(1, more("peerline_texts_failed_total{class=\"bad_number\"}"));
        assertEquals(1, more("peerline_texts_handed_over_total{outcome=\"refused\"}"));

        sam().texts(relay, "filtered on the way");
        var sent = amara().receives("filtered on the way");
        webhook.status(sent, "undelivered", Optional.of(30007));
        webhook.status(sent, "undelivered", Optional.of(30007));
        sam().receives("could not be delivered");
        assertEquals(1, more("peerline_texts_failed_total{class=\"filtered\"}"));
    }

    @Test
    void text_that_never_left_in_all_its_time_is_counted_as_a_failure() {
        twilio.answerTo(amara().number(), FakeAnswer.tooManyRequests(5));
        sam().texts(relay, "never");

        programme.pass(Duration.ofHours(25));

        assertEquals(1, more("peerline_texts_failed_total{class=\"expired\"}"));
        twilio.reset();
    }

    @Test
    void doubt_is_shown_until_it_is_settled() {
        twilio.answerNext(FakeAnswer.droppedConnection());
        sam().texts(relay, "in doubt");
        amara().receives("in doubt");
        assertEquals(1, now("peerline_texts_in_doubt"));
        assertEquals(1, more("peerline_texts_handed_over_total{outcome=\"ambiguous\"}"));

        programme.pass(Duration.ofMinutes(2));

        assertEquals(0, now("peerline_texts_in_doubt"));
    }

    @Test
    void sender_that_is_refused_is_shown_until_it_sends_again() {
        twilio.answerTo(amara().number(), FakeAnswer.error(400, 21606));
        sam().texts(relay, "held");
        assertEquals(1, now("peerline_senders_held"));
        assertEquals(1, more("peerline_texts_handed_over_total{outcome=\"sender_broken\"}"));

        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        programme.pass(Duration.ofMinutes(10));

        assertEquals(0, now("peerline_senders_held"));
        twilio.reset();
    }

    @Test
    void refused_webhooks_are_counted_by_reason_and_time_is_taken_of_them_too() {
        var form = SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "x");
        webhook.post(WEBHOOK, SignedWebhook.encode(form), "bm90IHNpZ25lZCBieSB0d2lsaW8=");
        webhook.postUnsigned(WEBHOOK, form);
        webhook.postJson(WEBHOOK, "{}");
        webhook.post(WEBHOOK, "Body=a&Body=b", "x");
        webhook.text(sam().number(), "+447400199999", "x");
        webhook.text("60006", relay, "x");

        for (String reason : new String[] {"forged", "unsigned", "not_a_form", "malformed", "unknown_number"}) {
            assertEquals(1, more("peerline_webhook_refused_total{reason=\"" + reason + "\"}"), reason);
        }
        assertEquals(1, more("peerline_webhook_dropped_total{reason=\"sender_is_no_number\"}"));
        assertEquals(6, more("peerline_webhook_time_seconds_count{webhook=\"messages\"}"));
    }

    @Test
    void texts_that_have_no_effect_yet_and_that_came_late_are_shown() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place rename to relay_place_away"));
        webhook.text(sam().number(), relay, "first");
        mend();
        assertEquals(1, now("peerline_inbound_waiting"));
        assertEquals(0, now("peerline_inbound_given_up"));
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost");

        programme.pass(Duration.ofMinutes(6));

        amara().receives("first");
        amara().receives("lost");
        assertEquals(0, now("peerline_inbound_waiting"));
        assertEquals(1, more("peerline_inbound_late_total"));
        twilio.listIsAway();
        programme.pass(Duration.ofMinutes(6));
        assertEquals(true, more("peerline_reconciliation_failed_total") >= 1);
    }

    @AfterEach
    void mend() {
        jdbi.useHandle(handle -> handle.execute("alter table if exists relay_place_away rename to relay_place"));
    }

    private double more(String metric) {
        return value(read(), metric) - value(before, metric);
    }

    /** Gauges are looked up again after five seconds. */
    private double now(String metric) {
        programme.timeIs(programme.now().plusSeconds(6));
        return value(read(), metric);
    }

    private static String read() {
        return RestAssured.get("/q/metrics").asString();
    }

    private static double value(String metrics, String metric) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(metric) + " (\\S+)$").matcher(metrics);
        assertEquals(true, line.find(), metric);
        return Double.parseDouble(line.group(1));
    }
}
