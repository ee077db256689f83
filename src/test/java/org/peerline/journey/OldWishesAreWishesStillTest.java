package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TwilioIds;

/** What a peer asked us for while we were away is done when we are back; it is no text to the other person. */
@PeerlineTest
class OldWishesAreWishesStillTest extends Journey {
    @Inject
    Jdbi jdbi;

    private String relay;

    @BeforeEach
    void sam_has_written_to_amara() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        relay = sam().receives("Amara").from();
        sam().replies("Hello Amara");
        amara().receives("Hello Amara");
    }

    private int number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    @Test
    void wish_to_hand_back_that_was_written_long_ago_is_one_still() {
        twilio.hasReceived(TwilioIds.message(), amara().number(), relay, "PASS");
        programme.timeIs(programme.now().plus(Duration.ofMinutes(30)));

        programme.settle();

        assertEquals(1, number("select count(*) from assignment where end_reason = 'PASSED'"));
        amara().receives("PS-");
        sam().receives("We look for another colleague now");
        sam().receives("You keep your place");
    }

    @Test
    void cry_for_help_that_was_written_long_ago_is_one_still_and_reaches_nobody_else() {
        amara().replies("Hello Sam");
        sam().receives("Hello Sam");
        twilio.hasReceived(TwilioIds.message(), amara().number(), relay, "HELPME");
        programme.timeIs(programme.now().plus(Duration.ofMinutes(30)));

        programme.settle();

        amara().receives("safeguarding lead on call has been texted");
        phone("+447400900999").receives("asks for the safeguarding lead");
        sam().receivesNothingMore();
        assertEquals(1, number("select count(*) from coordinator_task where kind = 'SAFEGUARDING_WANTED'"));
    }
}
