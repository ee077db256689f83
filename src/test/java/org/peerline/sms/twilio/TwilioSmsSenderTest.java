package org.peerline.sms.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.gateway.SendResult;
import org.peerline.sms.outbox.gateway.SendResult.Accepted;
import org.peerline.sms.outbox.gateway.SendResult.Ambiguous;
import org.peerline.sms.outbox.gateway.SendResult.NotSent;
import org.peerline.sms.outbox.gateway.SendResult.Refused;
import org.peerline.sms.outbox.gateway.SendResult.SenderBroken;
import org.peerline.sms.outbox.gateway.SendResult.Why;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.PostedMessage;

/** The sender against a Twilio that misbehaves, over real sockets; whatever happens, there is one post. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TwilioSmsSenderTest {
    private static final UUID MESSAGE_ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    /** For answers that never come: as short as it may be, because nothing can come too late for it. */
    private static final Map<String, String> IMPATIENT = Map.of("peerline.twilio.response-timeout", "PT0.4S");

    private final FakeTwilio twilio = new FakeTwilio();

    /** A busy machine answers late; only an answer that never comes is a timeout. */
    private TwilioSmsSender sender = sender(Map.of("peerline.twilio.response-timeout", "PT30S"));

    @AfterEach
    void closeBoth() throws Exception {
        twilio.close();
        sender.close();
    }

    @Test
    void text_is_posted_with_its_callback_and_its_validity() {
        SendResult result = sender.send(text("Hello Amara"));

        PostedMessage posted = onlyPost();
        assertEquals(new Accepted(posted.sid()), result);
        assertEquals(FakeTwilio.ACCOUNT_SID, posted.account());
        assertEquals(FakeTwilio.ACCOUNT_SID + ":" + FakeTwilio.AUTH_TOKEN, posted.login());
        assertEquals(
                Map.of(
                        "To", "+447400100099",
                        "From", "+447400100001",
                        "Body", "Hello Amara",
                        "ValidityPeriod", "3600",
                        "StatusCallback",
                                "https://peerline.example/base/webhooks/twilio/status?m=" + MESSAGE_ID + "&n=1"),
                posted.form());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "NULL", " ", "a+b&c=d%41", "don’t 😀", "नमस्ते", "line\r\nline", "\0"})
    void body_arrives_as_it_was_written(String body) {
        sender.send(text(body));

        assertEquals(body, onlyPost().body());
    }

    @Test
    void text_of_1600_characters_of_any_script_arrives_whole() {
        String body = "न".repeat(1600);

        sender.send(text(body));

        assertEquals(body, onlyPost().body());
    }

    @Test
    void api_key_is_used_for_sending_where_given() {
        use(Map.of("peerline.twilio.api-key-sid", "SK1", "peerline.twilio.api-key-secret", "key-secret"));

        sender.send(text("Hello"));

        assertEquals("SK1:key-secret", onlyPost().login());
        assertEquals(FakeTwilio.ACCOUNT_SID, onlyPost().account());
    }

    @Test
    void our_number_stays_the_sender_with_a_messaging_service() {
        use(Map.of("peerline.twilio.messaging-service-sid", "MG1"));

        sender.send(text("Hello"));

        assertEquals("MG1", onlyPost().form().get("MessagingServiceSid"));
        assertEquals("+447400100001", onlyPost().from());
    }

    @Test
    void body_is_kept_out_of_twilios_records_only_when_configured() {
        sender.send(text("Hello"));
        assertNull(onlyPost().form().get("ContentRetention"));
        twilio.reset();

        use(Map.of("peerline.twilio.content-retention", "discard"));
        sender.send(text("Hello"));

        assertEquals("discard", onlyPost().form().get("ContentRetention"));
    }

    @ParameterizedTest
    @MethodSource
    void validity_stays_within_what_twilio_takes(Duration wanted, int posted) {
        sender.send(new OutgoingSms(MESSAGE_ID, 1, number("+447400100001"), number("+447400100099"), "Hello", wanted));

        assertEquals(posted, onlyPost().validityPeriod());
    }

    static Stream<Arguments> validity_stays_within_what_twilio_takes() {
        return Stream.of(
                arguments(Duration.ofMillis(1), 1),
                arguments(Duration.ofSeconds(1), 1),
                arguments(Duration.ofMinutes(90), 5400),
                arguments(Duration.ofHours(10), 36000),
                arguments(Duration.ofDays(3), 36000));
    }

    @ParameterizedTest
    @MethodSource
    void each_fault_is_met_with_one_post(FakeAnswer answer, SendResult expected) {
        twilio.answerAll(answer);
        if (answer.manner() == FakeAnswer.Manner.SAY_NOTHING) {
            use(IMPATIENT);
        }

        assertEquals(expected, sender.send(text("Hello")));
        assertEquals(1, twilio.awaitPosts(1).size());
    }

    static Stream<Arguments> each_fault_is_met_with_one_post() {
        return Stream.of(
                arguments(FakeAnswer.error(500, 20500), new Ambiguous("http_500")),
                arguments(FakeAnswer.error(503, 20503), new Ambiguous("http_503")),
                arguments(FakeAnswer.error(503, 20503).with("Retry-After", "30"), new Ambiguous("http_503")),
                arguments(FakeAnswer.html(502), new Ambiguous("http_502")),
                arguments(FakeAnswer.html(504).thoughAccepted(), new Ambiguous("http_504")),
                arguments(FakeAnswer.redirect("/2010-04-01/Accounts/AC1/Messages.json"), new Ambiguous("http_307")),
                arguments(FakeAnswer.emptyCreated(), new Ambiguous("unreadable_201")),
                arguments(FakeAnswer.garbage(), new Ambiguous("unreadable_201")),
                arguments(FakeAnswer.droppedConnection(), new Ambiguous("connection_lost")),
                arguments(FakeAnswer.silence(), new Ambiguous("timeout")),
                arguments(FakeAnswer.tooManyRequests(30), new NotSent("20429", Optional.of(Duration.ofSeconds(30)))),
                arguments(FakeAnswer.html(429), new NotSent("http_429", Optional.empty())),
                arguments(FakeAnswer.error(400, 21611), new NotSent("21611", Optional.empty())),
                arguments(
                        FakeAnswer.error(401, 20003).with("WWW-Authenticate", "Basic realm=\"Twilio API\""),
                        new SenderBroken("20003")),
                arguments(FakeAnswer.error(404, 20404), new SenderBroken("20404")),
                arguments(FakeAnswer.error(400, 21211), new Refused("21211", Why.BAD_NUMBER)),
                arguments(FakeAnswer.error(400, 21610), new Refused("21610", Why.OPTED_OUT)),
                arguments(FakeAnswer.error(400, 21617), new Refused("21617", Why.OUR_FAULT)),
                arguments(FakeAnswer.error(400, 21612), new Refused("21612", Why.NO_ROUTE)),
                arguments(FakeAnswer.error(400, 30007), new Refused("30007", Why.FILTERED)),
                arguments(FakeAnswer.error(400, 30036), new Refused("30036", Why.TOO_LATE)),
                arguments(FakeAnswer.error(400, 59999), new Refused("59999", Why.UNKNOWN_CODE)));
    }

    @Test
    void no_thread_sleeps_because_twilio_asked_us_to_wait() {
        twilio.answerAll(FakeAnswer.tooManyRequests(3600));
        long before = System.nanoTime();

        sender.send(text("Hello"));

        assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 30);
    }

    @Test
    void refused_connection_is_certain_not_to_have_sent() {
        twilio.goAway();

        assertEquals(new NotSent("connection_refused", Optional.empty()), sender.send(text("Hello")));
    }

    @Test
    void tls_that_never_comes_about_is_certain_not_to_have_sent() {
        var settings = new HashMap<>(IMPATIENT);
        settings.put("peerline.twilio.api-url", twilio.url().replace("http:", "https:"));
        use(settings);

        assertEquals(new NotSent("timeout", Optional.empty()), sender.send(text("Hello")));
        assertEquals(List.of(), twilio.posts());
    }

    @Test
    void sending_goes_on_when_twilio_is_back() {
        sender.send(text("before"));
        twilio.goAway();
        sender.send(text("meanwhile"));
        twilio.comeBack();

        assertTrue(sender.send(text("after")) instanceof Accepted);
        assertEquals(
                List.of("before", "after"),
                twilio.posts().stream().map(PostedMessage::body).toList());
    }

    @Test
    void a_hundred_texts_are_on_their_way_at_one_time() throws Exception {
        use(Map.of("peerline.twilio.response-timeout", "PT40S"));
        twilio.answerAll(FakeAnswer.silence());
        var threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<SendResult>> sent = Stream.generate(
                            () -> (Callable<SendResult>) () -> sender.send(text("Hello")))
                    .limit(100)
                    .map(threads::submit)
                    .toList();

            twilio.awaitPosts(100);

            twilio.reset();
            for (Future<SendResult> result : sent) {
                assertEquals(new Ambiguous("connection_lost"), result.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void use(Map<String, String> settings) {
        sender = sender(settings);
    }

    private TwilioSmsSender sender(Map<String, String> settings) {
        return new TwilioSmsSender(TwilioTestSettings.with(twilio, settings));
    }

    private PostedMessage onlyPost() {
        assertEquals(1, twilio.posts().size());
        return twilio.posts().get(0);
    }

    private static OutgoingSms text(String body) {
        return new OutgoingSms(
                MESSAGE_ID, 1, number("+447400100001"), number("+447400100099"), body, Duration.ofHours(1));
    }

    private static PhoneNumber number(String e164) {
        return new PhoneNumber(e164);
    }
}
