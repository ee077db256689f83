package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;

@PeerlineTest
class RequestChangesHandsTest extends Journey {
    private static final String BENS_NUMBER = "+447400300002";

    private String id;

    @BeforeEach
    void amara_has_sams_request_and_ben_is_free() {
        programme.peer(Samples.amara());
        id = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
        programme.peer(Samples.peer("Dr Ben T", "Ben Taylor", BENS_NUMBER, "7000002"));
    }

    private Phone ben() {
        return phone(BENS_NUMBER);
    }

    @Test
    void peer_who_passes_is_thanked_and_the_requester_gets_somebody_else_by_another_number() {
        sam().replies("Hello");
        String old = amara().receives("Hello").from();

        amara().replies("pass");

        amara().receives("is handed back");
        assertEquals(old, sam().receives("Dr Amara N cannot be there").from());
        String relay = sam().receives("Dr Ben T, GP").from();
        assertNotEquals(old, relay);
        assertEquals("ASSIGNED", request(id).getString("status"));
        sam().replies("Hello Ben");
        ben().receives("Sam, foundation doctor: Hello Ben");
    }

    @Test
    void pass_after_the_first_answer_is_explained_and_changes_nothing() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");

        amara().replies("PASS");

        amara().receives("cannot be handed back by PASS");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void requester_who_changes_is_asked_first_and_the_former_peer_learns_only_that_it_is_closed() {
        sam().replies("Hello");
        amara().receives("Hello");

        sam().replies("CHANGE");
        sam().receives("look for another colleague instead of Dr Amara N", "Reply OK");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
        sam().replies("ok");

        sam().receives("This conversation has ended, no questions asked");
        sam().receives("Dr Ben T");
        amara().receives("has been closed. Thank you");
    }

    @Test
    void requester_who_says_no_keeps_their_peer() {
        sam().replies("change");
        sam().receives("Reply OK");

        sam().replies("No");

        sam().receives("Nothing has changed");
        sam().replies("Hello after all");
        amara().receives("Hello after all");
    }

    @Test
    void question_is_forgotten_after_a_day_and_a_late_ok_does_nothing_but_say_so() {
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        programme.pass(Duration.ofHours(25));

        sam().replies("OK");

        sam().receives("No call is waiting for your OK");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void done_ends_it_for_both_and_a_late_text_gets_the_kind_answer_and_reaches_nobody() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("DONE");
        amara().receives("Shall we end this conversation with Sam?");

        amara().replies("OK");

        sam().receives("has ended. Thank you for talking");
        amara().receives("has been closed. Thank you");
        assertEquals("CLOSED", request(id).getString("status"));
        assertEquals("COMPLETED", request(id).getString("outcome"));
        sam().replies("One more thing");
        sam().receives("This conversation has ended, so your text was not passed on", "welcome back");
        amara().replies("Oh");
        amara().receives("is closed, so your text was not passed on");
    }
}
