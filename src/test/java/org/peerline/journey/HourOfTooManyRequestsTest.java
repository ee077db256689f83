package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.SignedWebhook;

/** For more than an hour the provider answers, but takes nothing: somebody is told, and then everything goes out once. */
@PeerlineTest
class HourOfTooManyRequestsTest extends Journey {
    private static final int TEXTS = 6;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry meters;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);

    @BeforeEach
    void sam_and_amara_talk() {
        samAndAmaraTalk();
        twilio.answerAll(FakeAnswer.tooManyRequests(5));
    }

    @AfterEach
    void provider_takes_texts_again() {
        twilio.reset();
    }

    @Test
    void the_alarm_rises_all_the_time_and_nothing_is_lost_doubled_or_out_of_order() {
        double oldest = 0;
        for (int n = 0; n < 14; n++) {
            if (n < TEXTS) {
                writes("item " + n);
            }
            programme.pass(Duration.ofMinutes(5));
            double now = oldest();
            assertTrue(now > oldest + 290, oldest + " seconds, then " + now);
            oldest = now;
        }
        assertEquals(0, meters.get("peerline.provider.held").gauge().value(), "it answers: nothing is held back");

        twilio.reset();
        for (int minutes = 0; minutes < 120; minutes += 5) {
            programme.pass(Duration.ofMinutes(5));
        }

        assertEquals(0, oldest());
        assertEquals(
                IntStream.range(0, TEXTS).mapToObj(n -> "item " + n).toList(),
                twilio.posts().stream()
                        .filter(PostedMessage::accepted)
                        .map(PostedMessage::body)
                        .filter(body -> body.contains("item "))
                        .map(body -> body.substring(body.indexOf("item ")))
                        .toList());
    }

    @Test
    void text_that_waits_for_the_morning_raises_it_from_the_morning_on() {
        writes("good morning");
        Instant morning = programme.now().plus(Duration.ofHours(9));
        jdbi.useHandle(handle -> handle.execute("update message set due_at = ? where status = 'QUEUED'", morning));

        programme.pass(Duration.ofHours(8));
        assertEquals(0, oldest());

        programme.pass(Duration.ofHours(1));
        for (int attempts = 0; attempts < 6; attempts++) {
            programme.pass(Duration.ofMinutes(3));
        }
        assertEquals(18 * 60, oldest(), 60);
    }

    @Test
    void text_that_is_sent_again_by_hand_begins_anew() {
        writes("again");
        programme.settle();
        jdbi.useHandle(handle -> handle.execute("update message set status = 'FAILED' where status = 'QUEUED'"));
        programme.pass(Duration.ofHours(3));
        String text = jdbi.withHandle(handle -> handle.select("select id::text from message where status = 'FAILED'")
                .mapTo(String.class)
                .one());

        ApiKeys.as(Role.COORDINATOR)
                .post("/v1/messages/" + text + "/retry")
                .then()
                .statusCode(200);
        programme.pass(Duration.ofMinutes(10));

        assertEquals(10 * 60, oldest(), 60);
    }

    private void writes(String words) {
        assertEquals(200, webhook.text(sam().number(), relay, words).statusCode());
    }

    /** One look serves for five seconds. */
    private double oldest() {
        programme.timeIs(programme.now().plusSeconds(6));
        return meters.get("peerline.texts.oldest.owed.seconds").gauge().value();
    }
}
