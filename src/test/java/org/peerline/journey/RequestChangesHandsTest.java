package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.PeerlineTest;

/** A peer hands back, a requester asks for somebody else, or both have finished: only a clear word does it. */
@PeerlineTest
class RequestChangesHandsTest extends TwoPeersJourney {
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
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("Hi Sam");
        sam().receives("Hi Sam");
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        programme.pass(Duration.ofHours(25));

        sam().replies("OK");

        sam().receives("Nothing has changed: that question is no longer open.");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void done_ends_it_for_both_and_a_late_text_gets_the_kind_answer_and_reaches_nobody() {
        sam().replies("Hello");
        amara().receives("Hello");
        amara().replies("DONE");
        amara().receives("Shall we end this conversation with Sam?");

        amara().replies("OK");

        sam().receives("has ended. Thank you.");
        amara().receives("has been closed. Thank you");
        assertEquals("CLOSED", request(id).getString("status"));
        assertEquals("COMPLETED", request(id).getString("outcome"));
        sam().replies("One more thing");
        sam().receives("This conversation has ended, so your text was not passed on", "welcome back");
        amara().replies("Oh");
        amara().receives("is closed, so your text was not passed on");
    }

    @Test
    void ok_that_is_meant_for_the_colleague_ends_nothing() {
        sam().replies("Hello");
        amara().receives("Hello");
        sam().replies("CHANGE");
        sam().receives("Reply OK");
        sam().replies("sorry wrong word, I like talking to you");
        amara().receives("sorry wrong word");
        amara().replies("Shall I send you a reminder on Monday?");
        sam().receives("reminder on Monday");

        sam().replies("ok");

        amara().receivesExactly("Sam: ok");
        assertEquals("Dr Amara N", request(id).getString("assignment.peer.displayName"));
    }

    @Test
    void peer_who_answers_with_a_time_has_answered() {
        sam().replies("Hello");
        amara().receives("Hello");

        amara().replies("CALL Thu 7pm");

        sam().receives("Dr Amara N suggests a call");
        amara().receives("We have asked Sam");
        assertEquals("TALKING", request(id).getString("status"));
        amara().replies("PASS");
        amara().receives("cannot be handed back by PASS");
    }

    @Test
    void change_with_nobody_else_free_says_honestly_that_they_wait() {
        ApiKeys.as(Role.COORDINATOR)
                .body("{}")
                .post("/v1/peers/" + ben + "/pause")
                .then()
                .statusCode(200);
        sam().replies("CHANGE");
        sam().receives("Reply OK");

        sam().replies("OK");

        sam().receives("no questions asked");
        sam().receives("we have nobody yet", "keep your place");
        amara().receives("has been closed");
        assertEquals("WAITING", request(id).getString("status"));
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "WITHDRAWN"))
                .post("/v1/requests/" + id + "/close")
                .then()
                .statusCode(200);
        sam().receives("closed before a colleague was free");
    }
}
