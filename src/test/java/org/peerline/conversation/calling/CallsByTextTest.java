package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.LONDON;
import static org.peerline.testkit.Days.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;

/** One side suggests a time, and only a clear yes of the other agrees it. */
@PeerlineTest
class CallsByTextTest extends CallingWorld {
    @Test
    void a_time_that_one_side_suggests_and_the_other_says_ok_to_is_agreed_and_both_are_told() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 7pm");
        requesterIsAsked(
                pair,
                "Dr Amara N suggests a call on " + day(1, 19) + ". Reply OK, NO, or MOVE and a time.",
                "We have asked Sam about a call on " + day(1, 19)
                        + ". It is agreed only when they say OK; we tell you.");
        pair.text(REQUESTER, " ok. ");
        String agreed = " on " + day(1, 19) + ". MOVE and a time asks for another time, DROP calls it off.";
        assertEquals(
                Map.of(
                        REQUESTER, "Agreed by you both: call with Dr Amara N" + agreed,
                        PEER, "Agreed by you both: call with Sam" + agreed),
                pair.news().stream().collect(Collectors.toMap(Owed::to, Owed::text)));
        assertEquals(List.of("AGREED"), statuses(pair));
        assertEquals(List.of("PEER SMS", "REQUESTER SMS"), agreements(pair));
        assertEquals(List.of("CALL_PROPOSED PEER PEER,SMS", "CALL_AGREED REQUESTER REQUESTER,SMS"), audited(pair));
    }

    @Test
    void a_no_is_told_to_the_other_side_and_agrees_nothing() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "No");
        List<Owed> news = pair.news();
        assertTrue(text(news, PEER).startsWith("Sam cannot make " + day(1, 19)), text(news, PEER));
        assertTrue(text(news, REQUESTER).startsWith("We are telling Dr Amara N"), text(news, REQUESTER));
        assertEquals(List.of("DECLINED"), statuses(pair));
    }

    @Test
    void a_counter_proposal_waits_for_the_side_that_suggested_first() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "MOVE tomorrow 8pm");
        assertTrue(text(pair.news(), PEER)
                .startsWith("Sam suggests " + day(1, 20) + " for the call instead of " + day(1, 19)));
        pair.text(REQUESTER, "OK");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("You suggested " + day(1, 20) + " yourself"));
        pair.text(PEER, "yes");
        assertEquals(List.of("COUNTERED", "AGREED"), statuses(pair));
    }

    @Test
    void crossing_suggestions_of_the_same_time_agree_it() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "CALL tomorrow 19:00");
        assertEquals(List.of("AGREED"), statuses(pair));
        assertEquals(2, pair.news().size());
    }

    @Test
    void words_that_only_sound_like_a_yes_are_passed_on_and_asked_about() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "ok but can we do later");
        List<Owed> news = pair.news();
        assertEquals(
                List.of(new Owed(PEER, "RELAYED", "ok but can we do later")),
                news.stream().filter(owed -> owed.to() == PEER).toList());
        assertTrue(text(news, REQUESTER).startsWith("We passed your text on to Dr Amara N. Is it a yes or a no"));
        assertEquals(List.of("PROPOSED"), statuses(pair));
    }

    @Test
    void without_a_proposal_a_bare_yes_or_no_is_conversation() {
        Pair pair = pairs.newPair();
        pair.text(REQUESTER, "OK");
        assertEquals("OK", pair.newsTo(PEER).get(0));
        pair.text(PEER, "Are you on your own tonight?");
        pair.news();
        pair.text(REQUESTER, "No");
        assertEquals(List.of("No"), pair.newsTo(PEER));
    }

    @Test
    void an_ok_to_news_of_an_agreed_call_says_that_it_is_agreed() {
        Pair pair = agreed();
        pair.text(PEER, "OK");
        assertTrue(pair.newsTo(PEER).get(0).startsWith("That is agreed already: call with Sam on " + day(1, 19)));
        assertEquals(List.of("AGREED"), statuses(pair));
    }

    @Test
    void a_stale_ok_does_nothing_but_say_so() {
        Pair pair = proposed(PEER);
        pair.text(PEER, "DROP");
        assertTrue(text(pair.news(), REQUESTER).startsWith("Dr Amara N no longer suggests a call"));
        pair.text(REQUESTER, "OK");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("No call is waiting for your OK or NO."));
        assertEquals(List.of("CANCELLED"), statuses(pair));
    }

    @Test
    void a_time_of_two_readings_is_asked_about_and_agrees_nothing_by_itself() {
        Pair pair = pairs.newPair();
        pair.text(REQUESTER, "CALL tomorrow at 7");
        assertEquals(
                "Which time do you mean? Reply with its number.\n1 " + day(1, 7) + "\n2 " + day(1, 19),
                pair.newsTo(REQUESTER).get(0));
        assertEquals(List.of(), statuses(pair));
        pair.text(REQUESTER, "2");
        assertTrue(text(pair.news(), PEER).startsWith("Sam suggests a call on " + day(1, 19)));
    }

    @Test
    void a_time_that_cannot_be_taken_is_answered_with_the_reason() {
        Pair pair = pairs.newPair();
        Map.of(
                        "CALL",
                        "At what time of day?",
                        "CALL tomorrow",
                        "At what time of day?",
                        "CALL today 00:01",
                        "That time is past.",
                        "CALL 31/02 7pm",
                        "There is no such day or time.",
                        "CALL tomorrow 7pm, 8pm, 9pm or 10pm",
                        "Three times at most, please",
                        "CALL " + LocalDate.ofInstant(Programme.MONDAY, LONDON).plusDays(90) + " 19:00",
                        "That is more than 60 days ahead.")
                .forEach((written, answer) -> {
                    pair.text(REQUESTER, written);
                    String told = pair.newsTo(REQUESTER).get(0);
                    assertTrue(told.startsWith(answer), written + ": " + told);
                });
        pair.text(REQUESTER, "MOVE tomorrow 7pm");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("There is no call to move."));
        assertEquals(List.of(), statuses(pair));
    }

    private List<String> agreements(Pair pair) {
        return record.agreements(pair);
    }

    private List<String> audited(Pair pair) {
        return record.strings(
                "select e.action || ' ' || e.actor_kind || ' ' || e.detail from audit_event e"
                        + " join call c on c.id = e.subject_id where c.assignment_id = ? order by e.id",
                pair);
    }
}
