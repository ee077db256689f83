package org.peerline.sms.outbox.dispatch.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/**
 * A question, a goodbye and the next peer's details are on their way to one handset; the details come from a number of
 * their own and are read last, whatever takes how long.
 */
@PeerlineTest
class DetailsComeLastTest extends ClaimingWorld {
    private static final String THIS_PEER = "+447400100001";
    private static final String NEXT_PEER = "+447400100002";
    private static final String SAM = "sam";

    private UUID question;
    private UUID goodbye;
    private UUID details;

    @BeforeEach
    void all_three_are_owed() {
        question = owe("ANSWER", THIS_PEER, SAM);
        goodbye = owe("NOTICE", THIS_PEER, SAM);
        details = owe("DETAILS", NEXT_PEER, SAM);
    }

    @Test
    void each_waits_until_the_one_before_has_left() {
        assertEquals(List.of(question), claimed());
        assertEquals(List.of(), claimed(), "the question is still on its way");
        leaves(question);
        assertEquals(List.of(goodbye), claimed());
        assertEquals(List.of(), claimed(), "the goodbye is still on its way");
        leaves(goodbye);
        assertEquals(List.of(details), claimed());
    }

    @Test
    void details_do_not_wait_for_long() {
        claimed();
        programme.timeIs(programme.now().plus(Duration.ofSeconds(31)));

        assertEquals(List.of(details), claimed(), "a provider that says nothing keeps nobody from a colleague");
    }

    @Test
    void details_do_not_wait_for_another_try() {
        claimed();
        programme.timeIs(programme.now().plus(Duration.ofSeconds(5)));
        jdbi.useHandle(handle -> handle.execute(
                "update message set status = 'QUEUED', due_at = ?::timestamptz + interval '1 minute' where id = ?",
                programme.now().toString(),
                question));
        jdbi.useHandle(handle -> handle.execute("update message set status = 'CANCELLED' where id = ?", goodbye));

        assertEquals(List.of(details), claimed());
    }

    @Test
    void nobody_else_waits_nor_does_anything_but_details() {
        UUID somebodyElses = owe("DETAILS", NEXT_PEER, "eve");
        UUID call = owe("CALL", "+447400100003", SAM);

        assertEquals(List.of(question, somebodyElses, call), claimed());
    }
}
