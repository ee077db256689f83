package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.dispatch.claim.Claimed;
import org.peerline.sms.outbox.dispatch.claim.OutboxClaims;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.testkit.ServiceClock;

/** A copy stands still between claiming a text and sending it, and wakes when much has happened. */
@PeerlineTest
class FrozenCopyTest {
    private FakeTwilio twilio;

    @Inject
    Programme programme;

    @Inject
    Outbox outbox;

    @Inject
    OutboxClaims claims;

    @Inject
    OutboxResults results;

    @Inject
    OutboxDispatcher dispatcher;

    @Inject
    HandOver handOver;

    @Inject
    Jdbi jdbi;

    private UUID text;
    private Claimed claimed;

    @BeforeEach
    void text_is_claimed() {
        twilio.reset();
        twilio.clock(new ServiceClock(programme::now));
        programme.reset();
        text = QuarkusTransaction.requiringNew()
                .call(() -> outbox.say(OwedText.ours(
                        TextKind.NOTICE,
                        new PhoneNumber(FakeTwilioResource.SERVICE_NUMBER),
                        Recipient.stranger(new PhoneNumber("+447400210001")),
                        null,
                        "once",
                        OwedText.Concerns.NOTHING)));
        claimed = claims.claim(1).get(0);
    }

    @AfterEach
    void nothing_is_left() {
        twilio.reset();
    }

    @Test
    void it_sends_nothing_that_a_person_has_let_go_out_again() {
        programme.timeIs(programme.now().plus(Duration.ofMinutes(4)));
        dispatcher.giveUpLostClaims();
        assertEquals("UNKNOWN", status());
        QuarkusTransaction.requiringNew().run(() -> outbox.sayAgain(text));
        dispatcher.dispatchDue();
        assertEquals(1, twilio.posts().size());

        wakes();

        assertEquals(1, twilio.posts().size());
        assertEquals("SENT", status());
    }

    @Test
    void what_nobody_else_has_sent_goes_out_once_with_a_claim_that_lasts() {
        programme.timeIs(programme.now().plus(Duration.ofMinutes(4)));
        dispatcher.giveUpLostClaims();

        wakes();
        assertEquals("QUEUED", status());
        dispatcher.dispatchDue();

        assertEquals(1, twilio.posts().size());
        assertEquals("SENT", status());
    }

    @Test
    void claim_that_might_end_before_the_answer_comes_is_given_back() {
        programme.timeIs(programme.now().plus(Duration.ofSeconds(150)));

        wakes();

        assertEquals(0, twilio.posts().size());
        assertEquals("QUEUED", status());
        dispatcher.dispatchDue();
        assertEquals(1, twilio.posts().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void what_has_waited_only_a_little_goes_out(int seconds) {
        programme.timeIs(programme.now().plusSeconds(seconds));

        wakes();

        assertEquals(1, twilio.posts().size());
        assertEquals("SENT", status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "to_number"})
    void it_sends_nothing_of_somebody_who_has_been_erased_meanwhile(String emptied) {
        jdbi.useHandle(handle -> handle.execute("update message set " + emptied + " = null where id = ?", text));
        programme.timeIs(programme.now().plusSeconds(10));

        wakes();

        assertEquals(0, twilio.posts().size());
        assertEquals("FAILED", status());
    }

    @Test
    void clock_that_was_put_back_meanwhile_hides_nothing() {
        jdbi.useHandle(handle -> handle.execute("update message set body = null where id = ?", text));
        programme.timeIs(programme.now().minus(Duration.ofMinutes(1)));

        wakes();

        assertEquals(0, twilio.posts().size());
    }

    private void wakes() {
        Attempt attempt = handOver.attempt(claimed);
        QuarkusTransaction.requiringNew().run(() -> results.record(List.of(attempt)));
    }

    private String status() {
        return jdbi.withHandle(handle -> handle.select("select status from message where id = ?", text)
                .mapTo(String.class)
                .one());
    }
}
