package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.PeerlineTest;

/** What the provider will not take now, or not at this pace, waits or ends for its own reader alone. */
@PeerlineTest
class ProviderHoldsBackTest extends ProviderJourney {
    @Test
    void opt_out_that_only_the_provider_knew_is_learned_and_the_other_side_told() {
        twilio.answerTo(amara().number(), FakeAnswer.error(400, 21610));
        sam().texts(relay, "one");
        sam().receives("cannot receive");
        int asked = amara().received().size();

        sam().texts(relay, "two");

        assertEquals(asked, amara().received().size());
        sam().receives("cannot receive");
        tasks("OPTED_OUT").body("items.size()", is(1));
        twilio.answerTo(amara().number(), FakeAnswer.accepted());
        amara().texts(relay, "START");
        sam().texts(relay, "three");
        tasks("OPTED_OUT").body("items.size()", is(0));
        assertEquals(
                "Sam: three",
                amara().received().get(amara().received().size() - 1).body());
        forgetWhatPhonesSaw();
    }

    @Test
    void words_for_a_peer_from_whom_somebody_was_parted_reach_nobody() {
        twilio.answerTo(amara().number(), FakeAnswer.tooManyRequests(600));
        sam().texts(relay, "for Amara alone");
        int tried = amara().received().size();
        sam().texts(relay, "CHANGE");
        sam().receives("OK");
        sam().replies("OK");
        twilio.answerTo(amara().number(), FakeAnswer.accepted());

        programme.pass(Duration.ofHours(1));

        assertEquals("CANCELLED", one("select status from message where kind = 'RELAYED' order by seq desc limit 1"));
        assertTrue(amara().received().stream()
                .skip(tried)
                .noneMatch(text -> text.body().contains("for Amara alone")));
        forgetWhatPhonesSaw();
    }

    @Test
    void number_beyond_its_pace_waits_and_no_other_number_does() {
        String longText = "न".repeat(1500);
        for (int n = 0; n < 16; n++) {
            webhook.text(sam().number(), relay, longText);
        }
        owe("+447400210001", "from the service number");
        programme.settle();
        int atOnce = amara().received().size();
        assertTrue(status("QUEUED") > 0, "five minutes of segments are handed over, the rest waits");
        assertEquals(1, phone("+447400210001").received().size());

        programme.pass(Duration.ofMinutes(1));
        assertTrue(amara().received().size() > atOnce, "the pace goes on");
        programme.pass(Duration.ofMinutes(10));

        assertEquals(0, status("QUEUED"));
        forgetWhatPhonesSaw();
    }
}
