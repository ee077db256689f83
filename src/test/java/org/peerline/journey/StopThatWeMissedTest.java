package org.peerline.journey;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

/** The provider refuses a text because its reader has said STOP: that may be all that we hear of it, or hear first. */
@PeerlineTest
class StopThatWeMissedTest extends Journey {
    private String sams;
    private String alexs;

    @BeforeEach
    void amara_talks_with_sam_and_with_alex() {
        sams = samAndAmaraTalk().getString("assignment.id");
        alexs = opens(Samples.request("Alex Park", alex().number())).getString("assignment.id");
        alex().receives("Dr Amara N");
        alex().replies("Good morning");
        amara().receives("Good morning");
    }

    @Test
    void everybody_who_texts_with_them_is_told_and_shown_to_a_coordinator() {
        twilio.answerNext(FakeAnswer.error(400, 21610));
        sam().replies("Are you there?");

        amara().receives("Are you there?");
        sam().receives("cannot receive texts at present");
        alex().receives("cannot be texted at the moment");
        tasks("OPTED_OUT").body("items.subjectId", containsInAnyOrder(sams, alexs));
    }

    @Test
    void stop_that_comes_behind_the_refusal_tells_nobody_twice_and_start_tells_everybody() {
        twilio.answerNext(FakeAnswer.error(400, 21610));
        sam().replies("Are you there?");
        amara().receives("Are you there?");
        sam().receives("cannot receive texts at present");
        alex().receives("cannot be texted at the moment");

        amara().texts(FakeTwilioResource.relayNumber(1), "STOP");
        amara().texts(FakeTwilioResource.relayNumber(1), "STOP");
        sam().receivesNothingMore();
        alex().receivesNothingMore();

        amara().texts(FakeTwilioResource.relayNumber(1), "START");
        sam().receives("can be texted again");
        alex().receives("can be texted again");
        tasks("OPTED_OUT").body("items.size()", is(0));
    }

    @Test
    void refusal_of_our_own_words_is_told_too() {
        twilio.answerNext(FakeAnswer.error(400, 21610));
        sam().replies("STATUS");

        sam().receives("Next:");
        amara().receives("cannot be texted at the moment");
        tasks("OPTED_OUT").body("items.subjectId", containsInAnyOrder(sams));
    }

    @Test
    void somebody_who_waits_for_a_peer_is_shown_to_a_coordinator() {
        var waiting = phone("+447400200003");
        opens(Samples.request("Kim Lee", waiting.number()));
        waiting.receives("Dr Amara N");
        var next = phone("+447400200004");
        twilio.answerNext(FakeAnswer.error(400, 21610));

        String request = opens(Samples.request("Jo Hall", next.number())).getString("id");

        next.receives("");
        tasks("OPTED_OUT_WAITING").body("items.subjectId", containsInAnyOrder(request));
    }

    private Phone alex() {
        return phone("+447400200002");
    }

    private static ValidatableResponse tasks(String kind) {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/tasks?kind=" + kind).then().statusCode(200);
    }
}
