package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedWebhook;

/** A machine's clock is hours ahead and put right, or jumps ahead, at the worst moments: nothing waits for hours, or twice. */
@PeerlineTest
class ClockThatJumpsTest extends Journey {
    private static final Duration HOURS = Duration.ofHours(5);

    @Inject
    Jdbi jdbi;

    @Inject
    OutboxDispatcher dispatcher;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);

    @BeforeEach
    void sam_and_amara_talk_while_the_clock_is_hours_ahead() {
        samAndAmaraTalk();
        programme.timeIs(programme.now().plus(HOURS));
    }

    @Test
    void attempt_that_was_planned_by_the_fast_clock_is_made_and_holds_up_nobody() {
        twilio.answerNext(FakeAnswer.tooManyRequests(30));
        text("first");
        programme.settle();
        amara().receives("first");

        clockIsRight();
        text("second");
        programme.settle();

        amara().receives("first");
        amara().receives("second");
    }

    @Test
    void text_that_was_owed_by_the_fast_clock_leaves_within_a_minute() {
        text("first");

        clockIsRight();
        programme.pass(Duration.ofSeconds(61));

        amara().receives("first");
    }

    @Test
    void reminder_for_later_still_waits_for_its_time() {
        amara().texts(relay, "CALL tomorrow 7pm");
        amara().receives("We have asked Sam");
        sam().receives("suggests a call");
        sam().replies("OK");
        sam().receives("Agreed");
        amara().receives("Agreed");

        clockIsRight();
        programme.pass(Duration.ofMinutes(10));

        sam().receivesNothingMore();
    }

    @Test
    void text_that_came_in_and_could_not_be_processed_under_the_fast_clock_takes_effect_soon() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place rename to relay_place_away"));
        text("first");
        mend();

        clockIsRight();
        programme.settle();

        amara().receives("first");
    }

    @Test
    void text_in_doubt_since_the_fast_clock_is_looked_up_soon() {
        twilio.answerNext(FakeAnswer.droppedConnection());
        text("first");
        programme.settle();
        amara().receives("first");

        clockIsRight();
        programme.pass(Duration.ofMinutes(2));

        assertEquals("SENT", statusOfLast());
    }

    @Test
    void claim_of_a_copy_that_died_under_the_fast_clock_is_given_up_soon() {
        text("first");
        jdbi.useHandle(handle -> handle.execute(
                "update message set status = 'SENDING', send_no = 1, attempts = 1, claimed_until = ? where status = 'QUEUED'",
                programme.now().plus(Duration.ofMinutes(3))));

        clockIsRight();
        dispatcher.giveUpLostClaims();

        assertEquals("UNKNOWN", statusOfLast());
        programme.settle();
        amara().receivesNothingMore();
    }

    @Test
    void clock_that_jumps_ahead_while_a_text_is_under_way_does_not_send_it_twice() throws Exception {
        twilio.answerNext(FakeAnswer.acceptedLate());
        text("first");
        int posts = twilio.posts().size();
        var copy = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> sending = copy.submit(dispatcher::dispatchDue);
            twilio.awaitPosts(posts + 1);
            programme.timeIs(programme.now().plus(HOURS));
            dispatcher.giveUpLostClaims();
            assertEquals("UNKNOWN", statusOfLast());
            twilio.answerWhatIsLate();
            sending.get();
        } finally {
            copy.shutdown();
        }
        amara().receives("first");

        programme.pass(Duration.ofMinutes(30));

        assertEquals("SENT", statusOfLast());
        amara().receivesNothingMore();
    }

    private void clockIsRight() {
        programme.timeIs(programme.now().minus(HOURS));
    }

    private void text(String body) {
        assertEquals(200, webhook.text(sam().number(), relay, body).statusCode());
    }

    private String statusOfLast() {
        return jdbi.withHandle(
                handle -> handle.select("select status from message where kind = 'RELAYED' order by seq desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    @AfterEach
    void mend() {
        jdbi.useHandle(handle -> handle.execute("alter table if exists relay_place_away rename to relay_place"));
    }
}
