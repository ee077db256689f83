package org.peerline.sms.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.PhoneNumber;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.optout.OptOuts.Via;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** Wishes count in the order in which they were said, whenever we hear of them. */
@PeerlineTest
class OptOutsTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+447400200001");

    @Inject
    Programme programme;

    @Inject
    OptOuts optOuts;

    @Inject
    Outbox outbox;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Jdbi jdbi;

    private String key;

    @BeforeEach
    void fresh_world() {
        programme.reset();
        key = blindIndex.of(NUMBER);
    }

    /** Seconds before now; heard in this order. */
    @ParameterizedTest
    @CsvSource({
        "STOP 60, START 30, false",
        "STOP 30, START 60, true",
        "START 30, STOP 60, false",
        "START 60, STOP 30, true",
        "STOP 60, START 60, false",
        "START 60, STOP 60, true",
        "START 30, LATE 60, false",
        "START 30, LATE 40, true",
        "LATE 60, START 30, false",
        "LATE 30, START 60, true",
        // A clock that was ahead proves nothing.
        "STOP -90, START 30, false",
        "START -90, STOP 30, true"
    })
    void last_wish_counts(String first, String second, boolean optedOut) {
        Instant now = programme.now();
        // The clock is ahead while the first one is heard.
        programme.timeIs(first.contains("-") ? now.plusSeconds(90) : now);
        heard(first, now);
        programme.timeIs(now);
        heard(second, now);

        assertEquals(optedOut, optOuts.isOptedOut(key));
    }

    @Test
    void older_wish_to_start_keeps_the_newest_to_stop_as_it_is() {
        Instant now = programme.now();
        heard("STOP 30", now);
        heard("STOP 90", now);
        heard("START 60", now);

        assertTrue(optOuts.isOptedOut(key));
    }

    @Test
    void refusal_of_a_text_that_was_handed_over_before_they_started_again_is_none_any_more() {
        UUID text = owed();
        programme.timeIs(programme.now().plusSeconds(10));
        heard("START 0", programme.now());

        QuarkusTransaction.requiringNew().run(() -> optOuts.optOutRecipients(List.of(text)));

        assertFalse(optOuts.isOptedOut(key));
    }

    @Test
    void refusal_of_a_text_that_was_handed_over_since_opts_out_from_then_on() {
        heard("START 0", programme.now());
        programme.timeIs(programme.now().plusSeconds(10));
        UUID text = owed();
        programme.timeIs(programme.now().plus(Duration.ofMinutes(2)));

        QuarkusTransaction.requiringNew().run(() -> optOuts.optOutRecipients(List.of(text)));
        assertTrue(optOuts.isOptedOut(key));

        heard("START 60", programme.now());
        assertFalse(optOuts.isOptedOut(key));
    }

    private UUID owed() {
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> outbox.say(OwedText.ours(
                        TextKind.NOTICE,
                        new PhoneNumber(FakeTwilioResource.SERVICE_NUMBER),
                        Recipient.stranger(NUMBER),
                        null,
                        "words",
                        OwedText.Concerns.NOTHING)));
        jdbi.useHandle(handle -> handle.execute("update message set handed_at = ? where id = ?", programme.now(), id));
        return id;
    }

    private void heard(String wish, Instant now) {
        String[] word = wish.split(" ");
        Instant said = now.minusSeconds(Long.parseLong(word[1]));
        QuarkusTransaction.requiringNew().run(() -> {
            if (word[0].equals("START")) {
                optOuts.optIn(key, said);
            } else {
                optOuts.optOut(key, Via.TEXT, said, word[0].equals("LATE"));
            }
        });
    }
}
