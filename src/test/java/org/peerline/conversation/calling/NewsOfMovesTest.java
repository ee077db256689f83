package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;
import static org.peerline.testkit.Days.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerline.core.Party;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** An agreed call that one side wants to move while the other has something else in mind. */
@PeerlineTest
class NewsOfMovesTest extends CallingWorld {
    private static final String NEWS_FROM_THE_NIGHT =
            "select m.status from message m join call c on c.id = m.call_id where c.assignment_id = ?"
                    + " and c.status = 'LAPSED' and m.kind = 'CALL' and m.due_at >= c.settled_at order by m.seq";

    private static final String ANSWERS =
            "select status from message where assignment_id = ? and kind = 'ANSWER' and to_party = 'REQUESTER'";

    @Test
    void who_drops_a_call_that_the_other_wants_to_move_has_answered_both() {
        Pair pair = agreedFor("Wed 7pm");
        pair.text(REQUESTER, "MOVE Thu 7pm");
        pair.news();
        pair.text(PEER, "DROP");
        List<Owed> news = pair.news();
        assertEquals(List.of("CANCELLED", "DECLINED"), record.statuses(pair));
        assertTrue(told(news, REQUESTER, "Dr Amara N cannot make " + day(3, 19)), news.toString());
        assertTrue(told(news, REQUESTER, "Dr Amara N has called off the call on " + day(2, 19)), news.toString());
        assertTrue(
                told(news, PEER, "The call on " + day(2, 19) + " and moving it to " + day(3, 19) + " are off"),
                news.toString());
    }

    @Test
    void who_drops_the_call_that_they_wanted_to_move_takes_the_new_time_back_too() {
        Pair pair = agreedFor("Wed 7pm");
        pair.text(PEER, "MOVE Thu 7pm");
        pair.news();
        pair.text(PEER, "DROP");
        List<Owed> news = pair.news();
        assertEquals(List.of("CANCELLED", "CANCELLED"), record.statuses(pair));
        assertTrue(told(news, REQUESTER, "Dr Amara N no longer suggests a call on " + day(3, 19)), news.toString());
        assertTrue(told(news, REQUESTER, "Dr Amara N has called off the call on " + day(2, 19)), news.toString());
        assertEquals(3, news.size());
    }

    @Test
    void nobody_is_told_in_the_morning_that_a_call_stays_which_was_called_off_in_the_night() {
        Pair pair = lapsedInTheNight();
        pair.text(PEER, "DROP");
        assertEquals(2, pair.news().size(), "both know of that");
        programme.timeIs(at(2, 8).toInstant());
        programme.settle();
        assertEquals(List.of("CANCELLED", "CANCELLED"), record.strings(NEWS_FROM_THE_NIGHT, pair));
    }

    @Test
    void an_ok_when_a_time_has_just_lapsed_in_the_quiet_hours_is_answered_at_once() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 10pm");
        pair.news();
        programme.timeIs(at(1, 22).toInstant());
        pair.text(REQUESTER, "OK");
        assertEquals(List.of("LAPSED"), record.statuses(pair));
        assertTrue(told(pair.news(), REQUESTER, "No call is waiting for your OK or NO."));
        assertEquals(List.of("SENT"), record.strings(ANSWERS, pair));
    }

    @Test
    void both_are_told_in_the_morning_that_a_call_stays_which_does() {
        Pair pair = lapsedInTheNight();
        programme.timeIs(at(2, 8).toInstant());
        programme.settle();
        assertEquals(List.of("SENT", "SENT"), record.strings(NEWS_FROM_THE_NIGHT, pair));
    }

    /** The call on Thursday was to move to ten o'clock this evening, which has come. */
    private Pair lapsedInTheNight() {
        Pair pair = agreedFor("Thu 7pm");
        pair.text(REQUESTER, "MOVE tomorrow 10pm");
        programme.timeIs(at(1, 22).toInstant());
        programme.settle();
        assertEquals(List.of("AGREED", "LAPSED"), record.statuses(pair));
        pair.news();
        return pair;
    }

    private Pair agreedFor(String when) {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL " + when).text(REQUESTER, "OK");
        pair.news();
        return pair;
    }

    private static boolean told(List<Owed> news, Party reader, String start) {
        return news.stream().anyMatch(owed -> owed.to() == reader && owed.text().startsWith(start));
    }
}
