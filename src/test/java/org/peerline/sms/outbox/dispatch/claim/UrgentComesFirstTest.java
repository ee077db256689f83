package org.peerline.sms.outbox.dispatch.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/** What somebody in danger waits for stands in a line of its own. */
@PeerlineTest
class UrgentComesFirstTest extends ClaimingWorld {
    private static final String RELAY = "+447400100001";
    private static final String SAM = "sam";

    @Test
    void it_does_not_wait_for_the_next_try_of_what_came_before() {
        UUID earlier = owe("RELAYED", RELAY, SAM);
        jdbi.useHandle(handle -> handle.execute(
                "update message set attempts = 1, due_at = due_at + interval '2 hours' where id = ?", earlier));
        owe("NOTICE", RELAY, SAM);
        UUID answer = owe("URGENT", RELAY, SAM);

        assertEquals(List.of(answer), claimed());
    }

    @Test
    void it_waits_for_what_is_being_sent_to_the_same_reader() {
        UUID earlier = owe("RELAYED", RELAY, SAM);
        assertEquals(List.of(earlier), claimed());
        UUID answer = owe("URGENT", RELAY, SAM);
        assertEquals(List.of(), claimed());

        leaves(earlier);

        assertEquals(List.of(answer), claimed());
    }

    @Test
    void no_backlog_stands_before_it() {
        for (int n = 0; n < 200; n++) {
            owe("RELAYED", RELAY, "somebody" + n);
        }
        UUID answer = owe("URGENT", RELAY, SAM);

        List<UUID> first = claimed();

        assertEquals(answer, first.get(0));
        assertTrue(first.size() > 1, "the others are not kept waiting");
    }

    @Test
    void claim_that_was_cut_off_is_given_back_even_when_its_lease_is_over() {
        UUID text = owe("RELAYED", RELAY, SAM);
        assertEquals(List.of(text), claimed());
        UUID claim = jdbi.withHandle(handle -> handle.select("select claim_id from message where id = ?", text)
                .mapTo(UUID.class)
                .one());
        jdbi.useHandle(handle -> handle.execute(
                "update message set status = 'UNKNOWN', error_code = 'claim_lost', claimed_until = null where id = ?",
                text));

        claims.giveBackLater(claim);

        assertEquals(List.of(text), claimed(), "nothing of it was handed over");
    }
}
