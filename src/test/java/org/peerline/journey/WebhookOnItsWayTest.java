package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;

/** A text stands on the provider's list before its webhook has come: the list is not quicker, it knows less. */
@PeerlineTest
class WebhookOnItsWayTest extends InboundJourney {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @BeforeEach
    void list_has_been_read_before() {
        programme.pass(Duration.ofMinutes(6));
        programme.timeIs(programme.now().plus(Duration.ofMinutes(6)));
    }

    @Test
    void text_whose_webhook_is_on_its_way_keeps_its_words_where_the_list_has_none() {
        String sid = TwilioIds.message();
        twilio.hasReceived(sid, sam().number(), relay, "");
        programme.settle();

        programme.timeIs(programme.now().plusSeconds(10));
        webhook.post(WEBHOOK, SignedWebhook.textForm(sid, sam().number(), relay, "I wrote this"));
        programme.pass(Duration.ofMinutes(12));

        amara().receives("I wrote this");
        assertEquals(0, number("select count(*) from inbound_text where late"));
    }

    @Test
    void text_whose_webhook_does_not_come_is_taken_in_as_soon_as_it_cannot_come_any_more() {
        twilio.hasReceived(TwilioIds.message(), sam().number(), relay, "lost just now");
        programme.settle();
        amara().receivesNothingMore();

        programme.timeIs(programme.now().plusSeconds(21));
        programme.settle();

        amara().receives("lost just now");
        assertEquals(1, number("select count(*) from inbound_text where late"));
    }
}
