package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;

/** Characters that no phone should send, nothing at all, or a picture: answered, and never the end of a conversation. */
@PeerlineTest
class StrangeTextsTest extends InboundJourney {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00Hello%00",
                "%ED%A0%80Hello%ED%BF%BF",
                "%E2%80%AEHello%E2%80%AC",
                "%07He%1Bllo%C2%85",
                "Hello%EF%BF%BE"
            })
    void text_with_strange_characters_is_answered_stored_and_relayed_readably(String encoded) {
        String form = SignedWebhook.encode(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "BODY"))
                .replace("BODY", encoded);

        assertEquals(200, webhook.post(WEBHOOK, form, signed(form)).statusCode());

        programme.settle();
        String relayed = amara().receives("He", "llo").body();
        assertEquals(
                relayed.codePoints().filter(Character::isISOControl).count(),
                relayed.chars().filter(c -> c == '\n').count());
        assertEquals(-1, relayed.indexOf('\u202E'));
        assertEquals(0, kept());
    }

    @Test
    void empty_text_is_answered_and_reaches_nobody() {
        text("");
        programme.settle();
        assertEquals(0, kept());
    }

    @Test
    void picture_without_words_is_told_to_its_sender_only() {
        var form = new TreeMap<>(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, ""));
        form.put("NumMedia", "1");
        form.put("MediaUrl0", "https://api.twilio.com/media/ME1");
        assertEquals(200, webhook.post(WEBHOOK, form).statusCode());
        programme.settle();
        sam().receives("icture");
    }

    @Test
    void understood_text_of_a_person_begins_the_count_of_automatic_answers_anew() {
        for (int n = 0; n < 7; n++) {
            picture();
        }
        for (int n = 0; n < 5; n++) {
            sam().receives("icture");
        }
        sam().receivesNothingMore();

        sam().texts(relay, "STATUS");
        sam().receives("Dr Amara N");
        picture();

        sam().receives("icture");
    }

    private void picture() {
        var form = new TreeMap<>(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, ""));
        form.put("NumMedia", "1");
        webhook.post(WEBHOOK, form);
        programme.settle();
    }

    private static String signed(String form) {
        return TwilioSignature.ofEncoded(FakeTwilio.AUTH_TOKEN, WEBHOOK, form);
    }
}
