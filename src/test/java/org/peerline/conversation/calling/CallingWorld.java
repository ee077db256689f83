package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.core.Party;
import org.peerline.testkit.CallsOnRecord;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.Programme;

/** For tests of calls that are arranged by text: pairs on a Monday morning, and what is on record of their calls. */
abstract class CallingWorld {
    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    CallsOnRecord record;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    Pair proposed(Party by) {
        Pair pair = pairs.newPair();
        pair.text(by, "CALL tomorrow 7pm");
        pair.news();
        return pair;
    }

    Pair agreed() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "OK");
        pair.news();
        return pair;
    }

    /** The peer has suggested: what the requester is asked, and what the peer hears of it. */
    static void requesterIsAsked(Pair pair, String asked, String toThePeer) {
        assertEquals(List.of(new Owed(REQUESTER, "CALL", asked), new Owed(PEER, "ANSWER", toThePeer)), pair.news());
    }

    static String text(List<Owed> news, Party reader) {
        return news.stream()
                .filter(owed -> owed.to() == reader)
                .map(Owed::text)
                .findFirst()
                .orElse("nothing");
    }

    List<String> statuses(Pair pair) {
        return record.statuses(pair);
    }
}
