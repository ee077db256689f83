package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.ending.EndAssignment;
import org.peerline.audit.Actor;
import org.peerline.calls.LapseProposals;
import org.peerline.calls.time.CallTimeWords;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Question;
import org.peerline.sms.outbox.Questions;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Programme;
import org.peerline.wording.Language;

@PeerlineTest
class CallsByTextTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    TimeSource time;

    @Inject
    LapseProposals lapseProposals;

    @Inject
    Questions questions;

    @Inject
    EndAssignment endAssignment;

    @Inject
    Assignments assignments;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    @Test
    void a_time_that_one_side_suggests_and_the_other_says_ok_to_is_agreed_and_both_are_told() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 7pm");
        assertEquals(
                List.of(
                        new Owed(
                                REQUESTER,
                                "CALL",
                                "Dr Amara N suggests a call on " + day(1, 19) + ". Reply OK, NO, or MOVE and a time."),
                        new Owed(
                                PEER,
                                "ANSWER",
                                "We have asked Sam about a call on " + day(1, 19)
                                        + ". It is agreed only when they say OK; we tell you.")),
                pair.news());
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

    private Pair proposed(Party by) {
        Pair pair = pairs.newPair();
        pair.text(by, "CALL tomorrow 7pm");
        pair.news();
        return pair;
    }

    private Pair agreed() {
        Pair pair = proposed(PEER);
        pair.text(REQUESTER, "OK");
        pair.news();
        return pair;
    }

    private static String text(List<Owed> news, Party reader) {
        return news.stream()
                .filter(owed -> owed.to() == reader)
                .map(Owed::text)
                .findFirst()
                .orElse("nothing");
    }

    private static ZonedDateTime at(int daysAhead, int hour) {
        return LocalDate.ofInstant(Programme.MONDAY, LONDON)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(LONDON);
    }

    private static String day(int daysAhead, int hour) {
        return new CallTimeWords().ukTime(at(daysAhead, hour), Language.EN);
    }

    private List<String> statuses(Pair pair) {
        return strings("select status from call where assignment_id = ? order by id", pair.assignment());
    }

    private List<String> agreements(Pair pair) {
        return strings(
                "select a.party || ' ' || a.via from call_agreement a join call c on c.id = a.call_id"
                        + " where c.assignment_id = ? order by a.at",
                pair.assignment());
    }

    private List<String> audited(Pair pair) {
        return strings(
                "select e.action || ' ' || e.actor_kind || ' ' || e.detail from audit_event e"
                        + " join call c on c.id = e.subject_id where c.assignment_id = ? order by e.id",
                pair.assignment());
    }

    private List<Instant> lapsedDue(Pair pair) {
        return jdbi.withHandle(handle -> handle.select(
                        "select distinct m.due_at from message m join call c on c.id = m.call_id"
                                + " where c.assignment_id = ? and c.status = 'LAPSED' and m.created_at >= c.settled_at",
                        pair.assignment())
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .list());
    }

    private List<String> strings(String sql, UUID assignment) {
        return jdbi.withHandle(
                handle -> handle.select(sql, assignment).mapTo(String.class).list());
    }
}
