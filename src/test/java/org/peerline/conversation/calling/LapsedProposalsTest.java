package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.calls.LapseProposals;
import org.peerline.core.TimeSource;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** What was not agreed before its time agrees nothing afterwards, and both are told. */
@PeerlineTest
class LapsedProposalsTest extends CallingWorld {
    @Inject
    TimeSource time;

    @Inject
    LapseProposals lapseProposals;

    @Inject
    Jdbi jdbi;

    @Test
    void a_proposal_lapses_at_its_own_time_and_both_are_told_once() {
        Pair pair = proposed(PEER);
        time.moveTo(at(1, 19).toInstant().plusSeconds(1));
        assertTrue(lapseProposals.runDue() >= 1);
        lapseProposals.runDue();
        List<Owed> news = pair.news();
        assertEquals(List.of(REQUESTER, PEER), news.stream().map(Owed::to).toList());
        assertTrue(news.stream().allMatch(owed -> owed.text().contains("was not agreed in time")));
        assertEquals(List.of("LAPSED"), statuses(pair));
        pair.text(REQUESTER, "OK");
        assertTrue(pair.newsTo(REQUESTER).get(0).startsWith("No call is waiting for your OK or NO."));
    }

    @Test
    void an_ok_that_comes_too_late_by_a_moment_agrees_nothing_and_both_are_told() {
        Pair pair = proposed(PEER);
        time.moveTo(at(1, 19).toInstant().plusSeconds(1));
        pair.text(REQUESTER, "OK");
        assertEquals(
                List.of(REQUESTER, PEER), pair.news().stream().map(Owed::to).toList());
        assertEquals(List.of("LAPSED"), statuses(pair));
        assertEquals(List.of("PEER SMS"), agreements(pair));
    }

    @Test
    void news_of_the_clock_waits_for_the_morning() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 10pm");
        time.moveTo(at(1, 22).toInstant().plusSeconds(1));
        lapseProposals.runDue();
        assertEquals(List.of(at(2, 8).toInstant()), lapsedDue(pair));
    }

    private List<String> agreements(Pair pair) {
        return record.agreements(pair);
    }

    private List<Instant> lapsedDue(Pair pair) {
        return jdbi.withHandle(handle -> handle.select(
                        "select distinct m.due_at from message m join call c on c.id = m.call_id"
                                + " where c.assignment_id = ? and c.status = 'LAPSED' and m.created_at >= c.settled_at",
                        pair.assignment())
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .list());
    }
}
