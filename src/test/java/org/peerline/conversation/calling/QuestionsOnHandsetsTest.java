package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Question;
import org.peerline.sms.outbox.Questions;
import org.peerline.testkit.Pair;
import org.peerline.testkit.PeerlineTest;

/** A question of ours is open on one handset, for a while, until something newer or its answer takes it away. */
@PeerlineTest
class QuestionsOnHandsetsTest extends CallingWorld {
    @Inject
    TimeSource time;

    @Inject
    Questions questions;

    @Test
    void a_proposal_takes_the_place_of_a_question_that_is_answered_by_ok() {
        Pair pair = pairs.newPair();
        PhoneNumber relay = pair.relayNumber();
        Instant later = time.now().plusSeconds(3600);
        questions.ask(relay, pair.number(REQUESTER), new Question("SHALL_IT_END", null, List.of(), later));
        questions.ask(relay, pair.number(PEER), new Question("SHALL_IT_END", null, List.of(), later));
        pair.text(PEER, "CALL tomorrow 7pm");
        assertTrue(questions.open(relay, pair.number(REQUESTER)).isEmpty());
    }

    @Test
    void a_question_is_answered_once_by_its_own_handset_and_only_in_time() {
        Pair pair = pairs.newPair();
        PhoneNumber relay = pair.relayNumber();
        var question = new Question(
                "ANY", UUID.randomUUID(), List.of("a", "b"), time.now().plusSeconds(60));
        questions.ask(relay, pair.number(PEER), question);
        questions.forgetYesOrNo(relay, pair.number(PEER));
        assertTrue(questions.take(relay, pair.number(REQUESTER)).isEmpty());
        assertEquals(Optional.of(question), questions.take(relay, pair.number(PEER)));
        assertTrue(questions.take(relay, pair.number(PEER)).isEmpty());
        questions.ask(relay, pair.number(PEER), question);
        time.moveTo(question.expires());
        assertTrue(questions.open(relay, pair.number(PEER)).isEmpty());
    }
}
