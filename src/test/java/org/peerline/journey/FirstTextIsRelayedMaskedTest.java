package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class FirstTextIsRelayedMaskedTest extends Journey {

    @Test
    void first_text_reaches_the_peer_with_reference_first_name_and_role() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        sam().receives("Amara");

        sam().replies("Hello Amara, things are hard at work");

        amara().receivesExactly(opened.getString("reference")
                + " Sam, foundation doctor: Hello Amara, things are hard at work\n"
                + "[Reply here. CALL Thu 7pm suggests a time, PASS hands back.]");
        assertEquals("INTRODUCED", request(opened.getString("id")).getString("status"));
    }

    @Test
    void answers_go_both_ways_with_names_and_never_a_number() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        sam().receives("Amara");
        sam().replies("Hello");
        amara().receives("Hello");

        amara().replies("Hello Sam, I am glad you wrote");
        sam().receivesExactly("Dr Amara N: Hello Sam, I am glad you wrote");
        assertEquals("TALKING", request(id).getString("status"));
        sam().replies("Thank you");
        amara().receivesExactly("Sam: Thank you");

        for (PostedMessage text : twilio.posts()) {
            assertFalse(text.body().contains("7400200001") || text.body().contains("7400300001"), text.body());
            assertEquals(FakeTwilioResource.relayNumber(1), text.from());
        }
    }

    @Test
    void two_peers_and_two_requesters_cross_nothing() {
        programme.peer(Samples.withCapacity(Samples.amara(), 1));
        programme.peer(Samples.withCapacity(Samples.peer("Dr Ben T", "Ben Taylor", "+447400300002", "7000002"), 1));
        var ben = phone("+447400300002");
        var priya = phone("+447400200002");
        opens(Samples.sam());
        opens(Samples.request("Priya Shah", priya.number()));
        sam().receives("Dr Amara N");
        priya.receives("Dr Ben T");

        sam().replies("from Sam");
        priya.replies("from Priya");
        amara().receives("Sam, foundation doctor: from Sam");
        ben.receives("Priya, foundation doctor: from Priya");
        ben.replies("from Ben");
        amara().replies("from Amara");

        sam().receivesExactly("Dr Amara N: from Amara");
        priya.receivesExactly("Dr Ben T: from Ben");
    }

    @Test
    void one_peer_has_another_number_for_each_requester_and_the_reference_where_names_are_the_same() {
        programme.peer(Samples.amara());
        var other = phone("+447400200002");
        JsonPath first = opens(Samples.sam());
        JsonPath second = opens(Samples.request("Sam Smith", other.number()));
        sam().receives("Amara");
        other.receives("Amara");
        assertEquals(FakeTwilioResource.relayNumber(1), first.getString("assignment.relayNumber"));
        assertEquals(FakeTwilioResource.relayNumber(2), second.getString("assignment.relayNumber"));

        sam().replies("one");
        other.replies("two");
        amara().receives("Sam, foundation doctor: one");
        amara().receives("Sam, foundation doctor: two");
        sam().replies("three");

        amara().receivesExactly(first.getString("reference") + " Sam: three");
    }

    @Test
    void repeated_webhook_has_one_effect() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        String relay = sam().receives("Amara").from();
        var webhook = new SignedWebhook();
        var form = SignedWebhook.textForm("SM" + "0".repeat(31) + "1", sam().number(), relay, "Hello");
        String url = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

        for (int times = 0; times < 3; times++) {
            assertEquals(200, webhook.post(url, form).statusCode());
        }

        amara().receives("Hello");
    }

    @Test
    void forged_and_unsigned_webhooks_change_nothing() {
        programme.peer(Samples.amara());
        String id = opens(Samples.sam()).getString("id");
        String relay = sam().receives("Amara").from();
        var webhook = new SignedWebhook();
        var form = SignedWebhook.textForm("SM" + "0".repeat(31) + "2", sam().number(), relay, "Hello");
        String url = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

        assertEquals(403, webhook.postUnsigned(url, form).statusCode());
        assertEquals(
                403, webhook.post(url, SignedWebhook.encode(form), "Zm9yZ2Vk").statusCode());

        programme.settle();
        assertEquals("ASSIGNED", request(id).getString("status"));
    }

    @Test
    void requester_who_begins_with_a_time_is_introduced_by_it() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Amara");

        sam().replies("CALL Thu 7pm");

        amara().receives("Sam, foundation doctor: CALL Thu 7pm", "[Reply here.");
        amara().receivesExactly("Sam suggests a call on Thu 26 Nov, 7:00pm UK time. Reply OK, NO, or MOVE and a time.");
        sam().receives("We have asked Dr Amara N about a call on Thu 26 Nov, 7:00pm UK time");
    }

    @Test
    void peer_who_texts_before_the_requester_is_told_who_moves_first() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        sam().receives("Amara");

        amara().texts(opened.getString("assignment.relayNumber"), "Hello?");

        amara().receives("we wait for the first text from Sam");
        assertEquals("ASSIGNED", request(opened.getString("id")).getString("status"));
    }

    @Test
    void text_of_1600_characters_of_any_script_arrives_whole() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Amara");
        String story = "मुझे बात करनी है ".repeat(100).substring(0, 1600);

        sam().replies(story);

        String first = amara().receives("(1/2) ").body();
        String second = amara().receives("(2/2) ").body();
        String all = first.substring(first.indexOf("(1/2) ") + 6)
                + second.substring(second.indexOf("(2/2) ") + 6, second.indexOf("\n[Reply here"));
        assertEquals(story, all);
    }
}
