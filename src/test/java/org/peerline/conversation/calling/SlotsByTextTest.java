package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;
import static org.peerline.testkit.Days.day;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class SlotsByTextTest extends CallingWorld {
    private static final String THREE = "\n1 " + day(1, 19) + "\n2 " + day(2, 12) + "\n3 " + day(3, 10);

    @Inject
    Jdbi jdbi;

    @Test
    void of_several_times_offered_to_somebody_else_the_close_one_is_pointed_out() {
        Pair sam = pairs.newPair();
        sam.text(PEER, "CALL Tue 7pm, Wed 12:00 or Thu 10am");
        Pair kim = pairs.anotherFor(sam);
        kim.text(PEER, "CALL Wed 12:30pm");
        String asked = kim.newsTo(PEER).get(0);
        assertTrue(asked.contains(day(2, 12)), asked);
        assertEquals(List.of(), record.statuses(kim), "nothing suggested yet");
    }

    @Test
    void three_times_are_offered_at_once_and_one_is_chosen_by_its_number() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL Tue 7pm, Wed 12:00 or Thu 10am");
        requesterIsAsked(
                pair,
                "Dr Amara N suggests a call. Which of these times suits? Reply with its number, NO, or MOVE"
                        + " and a time." + THREE,
                "We have asked Sam which of these times suits for a call. It is agreed only when they choose"
                        + " one; we tell you." + THREE);
        pair.text(REQUESTER, "2");
        List<Owed> news = pair.news();
        assertEquals(2, news.size());
        assertTrue(news.stream().allMatch(owed -> owed.text().contains(" on " + day(2, 12))), news.toString());
        assertEquals(List.of("AGREED"), record.statuses(pair));
        assertEquals(List.of("PEER SMS", "REQUESTER SMS"), record.agreements(pair));
    }

    @Test
    void an_ok_to_several_times_chooses_none() {
        Pair pair = offered();
        pair.text(REQUESTER, "OK");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("Just to be sure, nothing is agreed yet:"));
        pair.text(REQUESTER, "4");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("Just to be sure, nothing is agreed yet:"));
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        pair.text(REQUESTER, "1");
        assertEquals(List.of("AGREED"), record.statuses(pair));
    }

    @Test
    void a_no_declines_them_all_and_a_move_counters_them() {
        Pair pair = offered();
        pair.text(REQUESTER, "NO");
        String several = day(1, 19) + ", " + day(2, 12) + " or " + day(3, 10);
        assertTrue(pair.news().stream().anyMatch(owed -> owed.text().startsWith("Sam cannot make " + several)));
        Pair other = offered();
        other.text(REQUESTER, "MOVE Wed 7pm");
        assertEquals(List.of("COUNTERED", "PROPOSED"), record.statuses(other));
        assertEquals(
                List.of("Sam cannot make " + several, "Sam suggests a call on " + day(2, 19)),
                other.news().stream()
                        .filter(owed -> owed.to() == PEER)
                        .map(owed -> owed.text().replaceFirst("\\. .*", ""))
                        .toList());
    }

    @Test
    void a_number_that_crosses_a_newer_offer_chooses_nothing() {
        Pair pair = offered();
        pair.textUnsent(PEER, "CALL Fri 7pm or Fri 8pm").textUnsent(REQUESTER, "2");
        assertEquals(List.of("CANCELLED", "PROPOSED"), record.statuses(pair));
        pair.allIsRead();
        pair.news();
        pair.text(REQUESTER, "2");
        assertTrue(pair.news().get(0).text().contains(day(4, 20)));
    }

    @Test
    void a_number_to_what_the_other_person_asked_is_for_them() {
        Pair pair = offered();
        pair.text(PEER, "How many children have you?");
        pair.news();
        pair.text(REQUESTER, "2");
        assertEquals(List.of("2"), pair.newsTo(PEER));
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
    }

    @Test
    void an_offer_lapses_when_its_last_time_has_come() {
        Pair pair = offered();
        programme.timeIs(at(2, 12).toInstant().plusSeconds(60));
        pair.text(REQUESTER, "1");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("That time is past."));
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        programme.timeIs(at(3, 10).toInstant().plusSeconds(1));
        programme.settle();
        assertEquals(List.of("LAPSED"), record.statuses(pair));
        assertEquals(2, pair.news().size());
    }

    @Test
    void one_doubtful_time_among_several_is_asked_about_and_the_others_are_kept() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL Tue 7pm, Wed 12:00 or Thu 10");
        assertEquals(
                "Which time do you mean? Reply with its number.\n1 " + day(3, 10) + "\n2 " + day(3, 22),
                pair.newsTo(PEER).get(0));
        pair.text(PEER, "1");
        assertTrue(pair.news().get(0).text().endsWith(THREE));
        pair.text(PEER, "CALL Tue 7 or Wed 8");
        assertTrue(pair.newsTo(PEER).get(0).startsWith("Morning or evening?"));
    }

    @Test
    void an_agreed_call_can_be_moved_to_one_of_several_times() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        pair.news();
        pair.text(REQUESTER, "MOVE Wed 12:00 or Thu 10am");
        assertTrue(pair.news()
                .get(0)
                .text()
                .startsWith("Sam asks to move the call from " + day(1, 19) + ". Which of these times suits?"));
        pair.text(PEER, "2");
        assertEquals(List.of("CANCELLED", "AGREED"), record.statuses(pair));
        assertTrue(pair.news().get(0).text().contains("moves from " + day(1, 19) + " to " + day(3, 10)));
    }

    @Test
    void a_time_close_to_another_call_is_pointed_out_before_it_is_suggested() {
        Pair sam = pairs.newPair();
        sam.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        Pair kim = pairs.anotherFor(sam);
        kim.text(PEER, "CALL tomorrow 7:30pm");
        assertEquals(
                "You have another call close to that: " + sam.reference() + ", " + day(1, 19)
                        + ". Reply 1 to suggest Tue 24 Nov, 7:30pm UK time all the same, or CALL and another time.",
                kim.newsTo(PEER).get(0));
        assertEquals(List.of(), record.statuses(kim));
        kim.text(PEER, "1");
        assertEquals(List.of("PROPOSED"), record.statuses(kim));
        kim.news();
        kim.text(PEER, "CALL tomorrow 8pm");
        assertEquals(2, kim.news().size(), "an hour away is far enough");
    }

    @Test
    void a_peer_who_says_yes_close_to_another_call_is_told_so() {
        Pair sam = pairs.newPair();
        sam.text(PEER, "CALL tomorrow 7pm").text(REQUESTER, "OK");
        Pair kim = pairs.anotherFor(sam);
        kim.text(REQUESTER, "CALL tomorrow 7:30pm").text(PEER, "OK");
        assertEquals(List.of("AGREED"), record.statuses(kim));
        List<Owed> news = kim.news();
        assertEquals(
                "Please note that you have another call close to that: " + sam.reference() + ", " + day(1, 19) + ".",
                news.get(news.size() - 1).text());
    }

    @Test
    void a_peer_abroad_sees_their_own_time_beside_uk_time() {
        Pair pair = pairs.newPair();
        UUID peer = pair.peer();
        jdbi.useHandle(handle -> handle.execute("update peer set time_zone = 'Pacific/Auckland' where id = ?", peer));
        pair.text(REQUESTER, "CALL tomorrow 7pm");
        List<Owed> news = pair.news();
        assertTrue(news.get(0)
                .text()
                .startsWith("Sam suggests a call on " + day(1, 19) + " (Wed 25 Nov, 8:00am your time)."));
        assertTrue(news.get(1).text().contains(day(1, 19) + "."), "the requester's text is in UK time alone");
    }

    private Pair offered() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL Tue 7pm, Wed 12:00 or Thu 10am");
        pair.news();
        return pair;
    }
}
