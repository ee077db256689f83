package org.peerline.journey;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;

/** A callback that met a fault is not repeated: what became of the text stands on the provider's list only. */
@PeerlineTest
class ReportsThatNeverCameTest extends ProviderJourney {
    @Test
    void failure_of_which_no_callback_told_reaches_the_writer_and_the_coordinator_once() {
        twilio.ended(samWrites("Are you there?"), "undelivered", 30005);

        programme.pass(Duration.ofMinutes(16));
        programme.pass(Duration.ofMinutes(16));

        sam().receives("could not be delivered to Dr Amara N");
        tasks("TEXT_FAILED").body("items.size()", is(1)).body("items[0].requestId", is(request));
        assertEquals(1, count("select count(*) from delivery_report"));
    }

    @Test
    void details_that_never_arrived_are_shown_to_the_call_handler_and_the_coordinator() {
        var alex = phone("+447400200002");
        String alexs = opens(Samples.request("Alex Park", alex.number())).getString("id");
        twilio.ended(alex.receives("Dr Amara N"), "failed", 30006);

        programme.pass(Duration.ofMinutes(16));

        tasks("DETAILS_NOT_DELIVERED").body("items.size()", is(1));
        assertEquals("FAILED", request(alexs).getString("assignment.detailsText.status"));
    }

    @Test
    void phone_that_was_out_of_reach_is_tried_again() {
        twilio.ended(samWrites("Are you there?"), "undelivered", 30003);

        programme.pass(Duration.ofMinutes(16));
        programme.pass(Duration.ofHours(3));

        amara().receives("Are you there?");
        assertEquals(0, status("FAILED"));
    }

    @Test
    void arrival_of_which_no_callback_told_is_known() {
        PostedMessage sent = samWrites("Are you there?");
        twilio.ended(sent, "delivered", null);

        programme.pass(Duration.ofMinutes(16));

        assertEquals(1, status("DELIVERED"));
    }

    @Test
    void report_that_comes_behind_the_list_changes_nothing_more() {
        PostedMessage sent = samWrites("Are you there?");
        twilio.ended(sent, "undelivered", 30005);
        programme.pass(Duration.ofMinutes(16));
        sam().receives("could not be delivered to Dr Amara N");

        webhook.status(sent, "undelivered", Optional.of(30005));
        webhook.status(sent, "delivered", Optional.empty());

        assertEquals(1, status("FAILED"));
        tasks("TEXT_FAILED").body("items.size()", is(1));
    }

    @Test
    void list_that_cannot_be_read_is_searched_again_soon() {
        programme.pass(Duration.ofMinutes(1));
        twilio.ended(samWrites("Are you there?"), "undelivered", 30005);
        twilio.listIsAway(true);
        programme.pass(Duration.ofMinutes(16));
        assertEquals(0, status("FAILED"));
        twilio.listIsAway(false);

        programme.pass(Duration.ofMinutes(4));

        sam().receives("could not be delivered to Dr Amara N");
    }

    private PostedMessage samWrites(String body) {
        sam().replies(body);
        return amara().receives(body);
    }

    private long count(String sql) {
        return Long.parseLong(one(sql));
    }
}
