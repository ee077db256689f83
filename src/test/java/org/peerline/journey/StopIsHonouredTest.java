package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;

@PeerlineTest
class StopIsHonouredTest extends Journey {

    @BeforeEach
    void sam_and_amara_talk() {
        samAndAmaraTalk();
    }

    @Test
    void stop_is_honoured_at_once_and_the_other_side_is_told_neutrally() {
        sam().replies(" Stop. ");

        amara().receives("Sam,", "cannot be texted at the moment");
        amara().replies("Are you there?");
        amara().receives("cannot receive texts at present, so yours was not passed on");
        sam().receivesNothingMore();
    }

    @Test
    void stop_to_any_of_our_numbers_stops_all_of_them() {
        sam().texts(FakeTwilioResource.SERVICE_NUMBER, "STOP");

        amara().receives("cannot be texted at the moment");
    }

    @Test
    void start_restores() {
        sam().replies("STOP");
        amara().receives("cannot be texted");

        sam().replies("START");

        amara().receives("can be texted again");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
    }

    @Test
    void whoever_was_told_by_a_text_that_failed_is_told_when_texts_go_again() {
        twilio.answerNext(FakeAnswer.error(400, 21610));
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        amara().receives("cannot receive texts at present");

        sam().replies("START");

        amara().receives("can be texted again");
    }

    @Test
    void whoever_was_never_told_of_a_stop_is_not_told_that_it_is_over() {
        var alex = phone("+447400200002");
        alex.texts(FakeTwilioResource.SERVICE_NUMBER, "STOP");
        opens(Samples.request("Alex Park", alex.number()));

        alex.texts(FakeTwilioResource.SERVICE_NUMBER, "START");

        amara().receivesNothingMore();
    }

    @Test
    void text_owed_before_the_stop_is_not_sent_after_it() {
        var webhook = new SignedWebhook();
        String relay = FakeTwilioResource.relayNumber(1);
        webhook.text(amara().number(), relay, "See you");
        webhook.text(sam().number(), relay, "STOP");

        programme.settle();

        sam().receivesNothingMore();
        // One on the STOP itself, one on the text that could not go any more.
        amara().receives("cannot be texted at the moment");
        amara().receives("cannot receive texts at present, so yours was not passed on");
    }

    @Test
    void stopping_inside_a_sentence_is_conversation() {
        sam().replies("please stop texting me at night");

        amara().receives("Sam: please stop texting me at night");
        amara().replies("Of course");
        sam().receives("Of course");
    }

    @Test
    void provider_that_knows_of_a_stop_we_missed_teaches_us() {
        twilio.answerNext(FakeAnswer.error(400, 21610));
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        amara().receives("cannot receive texts at present");

        amara().replies("Hello?");

        amara().receives("cannot receive texts at present");
    }

    @Test
    void text_that_fails_for_good_is_told_to_its_writer() {
        amara().replies("Hi Sam");
        var sent = sam().receives("Hi Sam");

        new SignedWebhook().status(sent, "undelivered", Optional.of(30005));

        amara().receives("could not be delivered to Sam");
    }

    @Test
    void stranger_on_a_relay_number_gets_one_safety_text_a_day_and_learns_nothing() {
        var stranger = phone("+447400900009");
        stranger.texts(FakeTwilioResource.relayNumber(1), "Who is this?");
        String answer = stranger.receives("999", "Samaritans").body();
        assertEquals(-1, answer.indexOf("peer"));

        stranger.texts(FakeTwilioResource.relayNumber(1), "Hello?");

        stranger.receivesNothingMore();
    }

    @Test
    void landline_that_texts_us_is_not_answered_because_the_answer_would_be_read_aloud() {
        var landline = phone("+441134960000");
        landline.texts(FakeTwilioResource.relayNumber(1), "Who is this?");
        landline.texts(FakeTwilioResource.SERVICE_NUMBER, "Who is this?");
        landline.receivesNothingMore();
    }

    @Test
    void help_and_guide_say_the_words_and_that_this_is_no_emergency_service() {
        sam().replies("Guide");
        sam().receives("not an emergency service", "CALL Thu 7pm", "DONE");
        amara().replies("HELP");
        amara().receives("not an emergency service", "PASS");
    }

    @Test
    void status_tells_the_truth() {
        sam().replies("STATUS");
        sam().receives("is on its way to Dr Amara N", "Next: Dr Amara N answers here");
        amara().replies("Hi Sam");
        var answer = sam().receives("Hi Sam");
        new SignedWebhook().status(answer, "delivered", Optional.empty());

        amara().replies("status");

        amara().receives("has reached Sam's phone");
    }

    @Test
    void texts_to_somebody_who_has_stopped_are_on_record_and_never_answered_with_silence() {
        sam().replies("STOP");
        amara().receives("cannot be texted");
        for (int n = 0; n < 8; n++) {
            amara().replies("Are you there? " + n);
            amara().receives("so yours was not passed on");
        }
        amara().replies("STATUS");
        amara().receives("could not be delivered to Sam");
    }

    @Test
    void suggestion_to_somebody_who_has_stopped_is_told_to_whoever_made_it() {
        sam().replies("STOP");
        amara().receives("cannot be texted");

        amara().replies("CALL Thu 7pm");

        amara().receives("We have asked Sam about a call");
        amara().receives("cannot receive texts at present");
    }

    @Test
    void phone_that_answers_by_itself_does_not_keep_us_busy() {
        amara().replies("CALL Thu 7pm");
        sam().receives("Dr Amara N suggests a call");
        amara().receives("We have asked Sam");
        for (int n = 0; n < 9; n++) {
            sam().replies("Sorry, I can't talk right now.");
            amara().receives("Sorry, I can't talk right now.");
        }
        for (int n = 0; n < 5; n++) {
            sam().receives("Is it a yes or a no to the call");
        }
    }
}
