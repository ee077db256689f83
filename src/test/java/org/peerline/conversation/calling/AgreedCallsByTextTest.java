package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.ending.EndAssignment;
import org.peerline.audit.Actor;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** A call that both agreed to stays until both want otherwise, one calls it off, or the assignment ends. */
@PeerlineTest
class AgreedCallsByTextTest extends CallingWorld {
    @Inject
    EndAssignment endAssignment;

    @Inject
    Assignments assignments;

    @Test
    void an_agreed_call_stays_until_both_want_the_new_time() {
        Pair pair = agreed();
        pair.text(REQUESTER, "MOVE tomorrow 8pm");
        assertTrue(text(pair.news(), PEER)
                .startsWith("Sam asks to move the call from " + day(1, 19) + " to " + day(1, 20)));
        assertEquals(List.of("AGREED", "PROPOSED"), statuses(pair));
        pair.text(PEER, "no");
        assertTrue(text(pair.news(), REQUESTER)
                .startsWith("Dr Amara N cannot make " + day(1, 20) + ", so the call stays on " + day(1, 19)));
        pair.text(REQUESTER, "MOVE tomorrow 9pm");
        pair.news();
        pair.text(PEER, "ok");
        assertTrue(text(pair.news(), PEER)
                .startsWith("Agreed by you both: the call with Sam moves from " + day(1, 19) + " to " + day(1, 21)));
        assertEquals(List.of("CANCELLED", "DECLINED", "AGREED"), statuses(pair));
    }

    @Test
    void either_side_drops_an_agreed_call() {
        Pair pair = agreed();
        pair.text(REQUESTER, "DROP");
        List<Owed> news = pair.news();
        assertTrue(text(news, PEER).startsWith("Sam has called off the call on " + day(1, 19)));
        assertTrue(text(news, REQUESTER).startsWith("The call on " + day(1, 19) + " is off"));
        pair.text(REQUESTER, "DROP");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("There is no agreed call to call off."));
    }

    @Test
    void several_agreed_calls_are_asked_about_and_chosen_by_number() {
        Pair pair = agreed();
        pair.text(PEER, "CALL tomorrow 8pm").text(REQUESTER, "OK");
        pair.news();
        pair.text(REQUESTER, "CALLS");
        assertEquals(
                "Your calls with Dr Amara N:\n" + day(1, 19) + ": agreed\n" + day(1, 20) + ": agreed",
                pair.newsTo(REQUESTER).get(0));
        pair.text(REQUESTER, "DROP");
        assertEquals(
                "Which call do you want to call off? Reply with its number.\n1 " + day(1, 19) + "\n2 " + day(1, 20),
                pair.newsTo(REQUESTER).get(0));
        pair.text(REQUESTER, "3");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("Which call"));
        pair.text(PEER, "2");
        assertEquals(List.of("2"), pair.newsTo(REQUESTER), "the peer was asked nothing");
        pair.text(REQUESTER, "2");
        assertEquals(List.of("AGREED", "CANCELLED"), statuses(pair));
        pair.news();
        pair.text(REQUESTER, "2");
        assertEquals(List.of("2"), pair.newsTo(PEER), "an answer counts once");
    }

    @Test
    void a_move_with_several_calls_asks_which_and_keeps_the_time() {
        Pair pair = agreed();
        pair.text(PEER, "CALL tomorrow 8pm").text(REQUESTER, "OK");
        pair.text(PEER, "MOVE tomorrow 9pm");
        pair.news();
        pair.text(PEER, "1");
        assertTrue(text(pair.news(), REQUESTER)
                .startsWith("Dr Amara N asks to move the call from " + day(1, 19) + " to " + day(1, 21)));
    }

    @Test
    void calls_end_with_the_assignment_and_both_are_told_which() {
        Pair pair = agreed();
        pair.text(PEER, "CALL tomorrow 8pm");
        pair.news();
        QuarkusTransaction.requiringNew()
                .run(() -> endAssignment.end(assignments.locked(pair.assignment()), EndReason.CLOSED, Actor.SERVICE));
        assertEquals(List.of("CANCELLED", "CANCELLED"), statuses(pair));
        String told = "This conversation has ended, so what was arranged will not take place:\n" + day(1, 19) + "\n"
                + day(1, 20);
        assertEquals(List.of(new Owed(REQUESTER, "CALL", told), new Owed(PEER, "CALL", told)), pair.news());
    }

    @Test
    void without_a_call_the_end_of_an_assignment_says_nothing_of_calls() {
        Pair pair = pairs.newPair();
        QuarkusTransaction.requiringNew()
                .run(() -> endAssignment.end(assignments.locked(pair.assignment()), EndReason.CLOSED, Actor.SERVICE));
        assertEquals(List.of(), pair.news());
    }
}
