package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

/** For more than an hour the provider takes nothing, in the middle of a conversation and of an agreed call's reminder. */
@PeerlineTest
class HourWithoutProviderTest extends Journey {
    private static final Duration OUTAGE = Duration.ofMinutes(67);
    private static final int TEXTS = 12;

    /** Enough for the provider to be left alone before the reminder falls due. */
    private static final int AT_FIRST = 4;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry meters;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);

    /** The hour's reminder falls due at 12:30 and is worth sending until 13:10. */
    @BeforeEach
    void sam_and_amara_have_agreed_on_a_call_in_the_early_afternoon() {
        samAndAmaraTalk();
        amara().replies("CALL today 1:30pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        sam().replies("OK");
        sam().receives("Agreed");
        amara().receives("Agreed");
        programme.pass(Duration.between(programme.now(), Instant.parse("2026-11-23T12:25:00Z")));
    }

    @Test
    void provider_that_answers_503_for_an_hour_costs_a_few_texts_in_doubt_and_no_order() {
        twilio.answerAll(FakeAnswer.html(503));
        twilio.listIsAway();
        theHourPasses();
        int triedInTheHour = twilio.posts().size();
        assertTrue(status("UNKNOWN") <= 12, status("UNKNOWN") + " texts became doubtful");

        twilio.reset();
        programme.pass(Duration.ofMinutes(30));

        everythingGoesOn();
        assertTrue(triedInTheHour < 50, triedInTheHour + " posts");
        nothingIsLost();
        inOrder(amara());
        inOrder(sam());
        twilio.reset();
    }

    @Test
    void provider_that_cannot_be_reached_for_an_hour_costs_nothing_at_all() {
        twilio.goAway();
        theHourPasses();
        assertTrue(status("UNKNOWN") <= 2, "only a connection that broke leaves a doubt, one in each direction");

        twilio.comeBack();
        programme.pass(Duration.ofMinutes(30));

        everythingGoesOn();
        nothingIsLost();
        inOrder(amara());
        inOrder(sam());
        twilio.reset();
    }

    private void theHourPasses() {
        double oldest = 0;
        Instant over = programme.now().plus(OUTAGE);
        for (int n = 0; n < TEXTS; n++) {
            writes(Samples.SAMS_NUMBER, n);
            writes(Samples.AMARAS_NUMBER, n);
            if (n < AT_FIRST) {
                continue;
            }
            programme.pass(Duration.ofMinutes(5));
            RestAssured.get("/q/health/ready").then().statusCode(200);
            double now = gauge("peerline.texts.oldest.owed.seconds");
            assertTrue(now > oldest, "the alarm rises: " + oldest + ", then " + now);
            oldest = now;
        }
        programme.pass(Duration.between(programme.now(), over));
        assertEquals(1, gauge("peerline.provider.held"));
        assertTrue(gauge("peerline.texts.oldest.owed.seconds") > 3500, "the alarm has risen for an hour");
        assertTrue(gauge("peerline.texts.owed") >= TEXTS, "the queue has grown");
        tasks().body("items.size()", is(1));
    }

    private void everythingGoesOn() {
        assertEquals(0, gauge("peerline.provider.held"));
        assertEquals(0, gauge("peerline.texts.owed"));
        assertEquals(0, gauge("peerline.texts.oldest.owed.seconds"));
        assertEquals(0, status("QUEUED") + status("SENDING"));
        ApiKeys.as(Role.COORDINATOR).get("/v1/sending-holds").then().body("items.size()", is(0));
        tasks().body("items.size()", is(0));
        assertEquals(2, reminders("CANCELLED"), "a reminder that is too late is called off");
        assertTrue(twilio.posts().stream().noneMatch(post -> post.body().startsWith("Soon:")));
    }

    private void writes(String from, int n) {
        String body = "item %02d".formatted(n);
        assertEquals(200, webhook.text(from, relay, body).statusCode());
    }

    /** What the provider took; each text at most once. */
    private List<String> relayed() {
        List<String> taken = twilio.posts().stream()
                .filter(PostedMessage::accepted)
                .filter(post -> post.body().contains("item "))
                .map(post -> post.to() + post.body())
                .toList();
        assertEquals(taken.size(), taken.stream().distinct().count(), "doubled: " + taken);
        return taken;
    }

    private void nothingIsLost() {
        int missing = TEXTS * 2 - relayed().size();
        assertTrue(missing <= status("UNKNOWN"), missing + " are missing, in doubt are " + status("UNKNOWN"));
    }

    private static void inOrder(Phone phone) {
        List<String> numbers = phone.received().stream()
                .filter(PostedMessage::accepted)
                .map(PostedMessage::body)
                .filter(body -> body.contains("item "))
                .map(body -> body.substring(body.indexOf("item ")))
                .toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
        assertTrue(numbers.size() > TEXTS / 2, "most have arrived: " + numbers);
    }

    private long status(String status) {
        return count("select count(*) from message where status = '" + status + "'");
    }

    private long reminders(String status) {
        return count("select count(*) from message where kind = 'REMINDER' and status = '" + status + "'");
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    private double gauge(String name) {
        // One look serves for five seconds.
        programme.timeIs(programme.now().plusSeconds(6));
        return meters.get(name).gauge().value();
    }

    private static ValidatableResponse tasks() {
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/tasks?kind=PROVIDER_AWAY")
                .then()
                .statusCode(200);
    }
}
