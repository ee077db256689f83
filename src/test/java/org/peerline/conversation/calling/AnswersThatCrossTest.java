package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.day;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Messages;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

/** A bare word answers what its writer can have read last, and nothing else. */
@PeerlineTest
class AnswersThatCrossTest extends CallingWorld {
    @Inject
    Messages messages;

    @Inject
    TimeSource time;

    @Inject
    Jdbi jdbi;

    @Test
    void an_ok_that_crosses_a_newer_time_agrees_neither_and_asks() {
        Pair pair = proposed();
        pair.textUnsent(PEER, "CALL tomorrow 8pm").textUnsent(REQUESTER, "OK");
        assertEquals(List.of("CANCELLED", "PROPOSED"), record.statuses(pair));
        assertEquals(
                "Just to be sure, nothing is agreed yet: Dr Amara N suggests a call on " + day(1, 20)
                        + ". Reply OK, NO, or MOVE and a time.",
                last(pair, REQUESTER));
        pair.allIsRead().text(REQUESTER, "OK");
        assertEquals(List.of("CANCELLED", "AGREED"), record.statuses(pair));
        String agreed = " on " + day(1, 20) + ". MOVE and a time asks for another time, DROP calls it off.";
        assertEquals(
                List.of(
                        "Agreed by you both: call with Dr Amara N" + agreed,
                        "Agreed by you both: call with Sam" + agreed),
                pair.news().stream().map(Owed::text).toList());
    }

    @Test
    void a_no_that_crosses_a_newer_time_declines_neither_and_asks() {
        Pair pair = proposed();
        pair.textUnsent(PEER, "MOVE tomorrow 8pm").textUnsent(REQUESTER, "no");
        assertEquals(List.of("CANCELLED", "PROPOSED"), record.statuses(pair));
        assertTrue(last(pair, REQUESTER).startsWith("Just to be sure"), "asked");
    }

    @Test
    void an_ok_between_the_two_halves_of_the_news_agrees_nothing() {
        Pair pair = proposed();
        pair.text(PEER, "DROP").textUnsent(PEER, "CALL tomorrow 8pm").textUnsent(REQUESTER, "OK");
        assertEquals(List.of("CANCELLED", "PROPOSED"), record.statuses(pair));
    }

    @Test
    void an_ok_that_crosses_the_taking_back_agrees_nothing_and_says_so() {
        Pair pair = proposed();
        pair.textUnsent(PEER, "DROP").textUnsent(REQUESTER, "OK");
        assertEquals(List.of("CANCELLED"), record.statuses(pair));
        assertTrue(last(pair, REQUESTER).startsWith("No call is waiting for your OK or NO."), "told");
    }

    @Test
    void an_ok_to_the_last_agreement_does_not_agree_a_move_that_is_on_its_way() {
        Pair pair = proposed();
        pair.text(REQUESTER, "OK").textUnsent(PEER, "MOVE tomorrow 8pm").textUnsent(REQUESTER, "ok");
        assertEquals(List.of("AGREED", "PROPOSED"), record.statuses(pair));
        assertTrue(last(pair, REQUESTER).contains("asks to move the call from " + day(1, 19) + " to " + day(1, 20)));
        pair.allIsRead().text(REQUESTER, "ok");
        assertEquals(List.of("CANCELLED", "AGREED"), record.statuses(pair));
    }

    @Test
    void an_ok_written_before_the_first_suggestion_arrived_is_for_the_other_person() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "Would a call help?");
        pair.news();
        pair.textUnsent(PEER, "CALL tomorrow 7pm").textUnsent(REQUESTER, "ok");
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        List<Owed> news = pair.news();
        assertTrue(news.contains(new Owed(PEER, "RELAYED", "ok")));
        assertTrue(news.get(news.size() - 1).text().startsWith("We passed your text on to Dr Amara N. Is it a yes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "NO"})
    void a_bare_word_to_the_other_persons_question_is_for_them_and_asked_about(String word) {
        Pair pair = proposed();
        pair.text(PEER, "Are you on your own tonight?");
        pair.news();
        pair.text(REQUESTER, word);
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        List<Owed> news = pair.news();
        assertEquals(new Owed(PEER, "RELAYED", word), news.get(0));
        assertEquals(
                "We passed your text on to Dr Amara N. Is it a yes or a no to the call on " + day(1, 19)
                        + "? Reply OK, NO, or MOVE and a time.",
                news.get(1).text());
        pair.text(REQUESTER, word);
        assertEquals(List.of(word.equals("OK") ? "AGREED" : "DECLINED"), record.statuses(pair));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS", "CALLS"})
    void an_ok_behind_our_answer_about_the_call_counts(String question) {
        Pair pair = proposed();
        pair.text(PEER, "Hello?").text(REQUESTER, question).text(REQUESTER, "OK");
        assertEquals(List.of("AGREED"), record.statuses(pair));
    }

    @Test
    void an_ok_to_something_else_of_ours_is_asked_about() {
        Pair pair = proposed();
        pair.text(REQUESTER, "GUIDE").text(REQUESTER, "ok");
        assertEquals(List.of("PROPOSED"), record.statuses(pair));
        assertTrue(last(pair, REQUESTER).startsWith("Just to be sure"));
    }

    @Test
    void both_suggesting_at_once_leaves_the_later_time_waiting_for_the_earlier_side() {
        Pair pair = pairs.newPair();
        pair.textUnsent(PEER, "CALL tomorrow 7pm")
                .textUnsent(REQUESTER, "CALL tomorrow 8pm")
                .allIsRead();
        assertEquals(List.of("COUNTERED", "PROPOSED"), record.statuses(pair));
        pair.news();
        pair.text(REQUESTER, "OK");
        assertTrue(last(pair, REQUESTER).startsWith("You suggested " + day(1, 20) + " yourself"));
        pair.text(PEER, "OK");
        assertEquals(List.of("COUNTERED", "AGREED"), record.statuses(pair));
        List<Owed> news = pair.news();
        assertEquals(2, news.size());
        assertTrue(news.stream().allMatch(owed -> owed.text().contains(day(1, 20))));
    }

    @Test
    void an_ok_twice_agrees_once() {
        Pair pair = proposed();
        pair.textUnsent(REQUESTER, "OK").textUnsent(REQUESTER, "OK");
        assertEquals(List.of("AGREED"), record.statuses(pair));
        assertEquals(List.of("PEER SMS", "REQUESTER SMS"), record.agreements(pair));
        assertTrue(last(pair, REQUESTER).startsWith("That is agreed already"));
    }

    @Test
    void a_text_counts_as_read_once_it_is_delivered_or_was_sent_long_enough_ago() {
        Pair pair = proposed();
        UUID call = UUID.fromString(record.latest(pair));
        var takes = Duration.ofSeconds(5);
        var now = time.now();
        assertEquals(Optional.empty(), read(pair, now, takes), "nobody has read it, and answered, so soon");
        assertEquals(Optional.of(call), read(pair, now.plusSeconds(6), takes));
        jdbi.useHandle(handle -> handle.execute(
                "update message set status = 'DELIVERED', settled_at = sent_at where call_id = ?", call));
        assertEquals(Optional.of(call), read(pair, now, takes), "it is known to be on the handset");
        assertEquals(Optional.empty(), read(pair, now.minusSeconds(60), takes), "not before it was sent");
    }

    private Optional<UUID> read(Pair pair, Instant at, Duration takes) {
        return messages.lastRead(REQUESTER, pair.assignment(), at, takes).flatMap(Messages.ReadText::call);
    }

    private Pair proposed() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 7pm");
        pair.news();
        return pair;
    }

    private static String last(Pair pair, Party reader) {
        return pair.news().stream()
                .filter(owed -> owed.to() == reader)
                .reduce((earlier, later) -> later)
                .map(Owed::text)
                .orElse("nothing");
    }
}
