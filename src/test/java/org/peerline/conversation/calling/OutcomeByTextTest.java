package org.peerline.conversation.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;
import static org.peerline.testkit.Days.at;
import static org.peerline.testkit.Days.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.ending.EndAssignment;
import org.peerline.audit.Actor;
import org.peerline.calls.RecordOutcome;
import org.peerline.calls.negotiation.Agreement;
import org.peerline.calls.negotiation.CallReport;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs.Owed;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class OutcomeByTextTest extends CallingWorld {
    private static final String OUTCOME =
            "select status || ' ' || coalesce(minutes::text, '-') || ' ' || coalesce(further_call::text, '-') from call"
                    + " where assignment_id = ? order by starts_at";

    @Inject
    RecordOutcome recordOutcome;

    @Inject
    EndAssignment endAssignment;

    @Inject
    Assignments assignments;

    @Test
    void a_call_that_took_place_is_noted_with_its_minutes_and_whether_another_would_help() {
        Pair pair = begun();
        pair.text(PEER, "held 40 minutes");
        assertEquals(
                "Noted, thank you: your call with Sam on " + day(1, 18)
                        + " took place. Would another call help? Reply MORE or ENOUGH.",
                pair.newsTo(PEER).get(0));
        pair.text(PEER, "MORE");
        assertTrue(pair.newsTo(PEER).get(0).contains("suggests the next call to Sam"));
        assertEquals(List.of("HELD 40 true"), record.strings(OUTCOME, pair));
        assertEquals(List.of(), record.planned(pair), "nobody is asked any more");
        pair.text(PEER, "more");
        assertEquals(List.of("more"), pair.newsTo(REQUESTER), "said once, it is conversation again");
    }

    @Test
    void enough_is_enough() {
        Pair pair = begun();
        pair.text(PEER, "HELD").text(PEER, "ENOUGH");
        assertEquals(List.of("HELD - false"), record.strings(OUTCOME, pair));
    }

    @Test
    void after_a_missed_call_both_get_a_kind_way_to_a_new_time() {
        Pair pair = begun();
        pair.text(PEER, "Missed");
        List<Owed> news = pair.news();
        assertEquals(
                "Your call with Dr Amara N on " + day(1, 18)
                        + " did not come about. These things happen, and it is nobody's fault. CALL and a time suggests a"
                        + " new one, for example CALL Thu 7pm.",
                news.get(0).text());
        assertEquals(REQUESTER, news.get(0).to());
        assertTrue(news.get(1).text().startsWith("Thank you for telling us. These things happen."));
        assertEquals(2, news.size());
        assertEquals(List.of("MISSED - -"), record.strings(OUTCOME, pair));
        pair.text(PEER, "HELD 10");
        assertEquals(
                List.of("It is noted already that your call with Sam on " + day(1, 18)
                        + " did not come about. CALL and a time suggests a new one."),
                pair.newsTo(PEER));
        assertEquals(List.of("MISSED - -"), record.strings(OUTCOME, pair));
    }

    @Test
    void how_a_call_went_is_noted_once() {
        Pair pair = begun();
        pair.text(PEER, "HELD 30");
        pair.news();
        for (String again : List.of("HELD", "HELD 45", "MISSED")) {
            pair.text(PEER, again);
            assertEquals(
                    List.of("It is noted already that your call with Sam on " + day(1, 18)
                            + " took place. CALLS lists what is suggested and agreed."),
                    pair.newsTo(PEER));
        }
        assertEquals(List.of("HELD 30 -"), record.strings(OUTCOME, pair));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELD", "MISSED"})
    void without_a_call_there_is_nothing_to_note(String words) {
        Pair pair = pairs.newPair();
        pair.text(PEER, words);
        assertEquals(
                List.of("No call is waiting for HELD or MISSED at present. CALLS lists what is suggested and agreed."),
                pair.newsTo(PEER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP", "MOVE Fri 7pm"})
    void call_that_has_begun_is_neither_called_off_nor_moved(String words) {
        Pair pair = begun();
        pair.text(PEER, words);
        assertEquals(
                List.of("The time of your call with Sam on " + day(1, 18)
                        + " has come, so it is not moved or called off any more. CALL and a time suggests another."),
                pair.newsTo(PEER));
    }

    @Test
    void a_peer_who_says_missed_elsewhere_is_helped_to_a_new_time_like_the_requester() {
        Pair pair = begun();
        UUID call = UUID.fromString(record.latest(pair));
        var peer = new Speaker(PEER, Agreement.Via.API, Actor.peer(pair.peer()));
        QuarkusTransaction.requiringNew().run(() -> recordOutcome.record(call, peer, CallReport.missed()));
        List<Owed> news = pair.news();
        assertEquals(
                Set.of(PEER, REQUESTER), Set.of(news.get(0).to(), news.get(1).to()));
        assertTrue(news.stream().allMatch(owed -> owed.text().contains("CALL and a time suggests a new one")));
    }

    @Test
    void the_peer_is_asked_once_two_hours_after_the_start() {
        Pair pair = begun();
        programme.timeIs(at(1, 20).toInstant().minusSeconds(1));
        programme.settle();
        assertEquals(List.of(), pair.news());
        programme.timeIs(at(1, 20).toInstant());
        programme.settle();
        assertEquals(
                "Did your call with Sam on " + day(1, 18)
                        + " take place? Reply HELD, or HELD 40 if it took 40 minutes, or MISSED.",
                pair.newsTo(PEER).get(0));
        programme.pass(Duration.ofDays(3));
        assertEquals(List.of(), pair.news());
    }

    @Test
    void a_peer_is_asked_at_the_end_of_the_conversation_about_a_call_that_has_begun_and_may_still_answer() {
        Pair pair = begun();
        end(pair);
        String question = "Did your call with Sam on " + day(1, 18) + " take place?";
        assertEquals(
                1,
                pair.news().stream()
                        .filter(owed -> owed.to() == PEER && owed.text().startsWith(question))
                        .count());
        pair.text(PEER, "HELD an hour");
        assertEquals(List.of("Noted, thank you for telling us how the call went."), pair.newsTo(PEER));
        assertEquals(List.of("HELD 60 -"), record.strings(OUTCOME, pair));
        programme.pass(Duration.ofDays(1));
        assertEquals(List.of(), pair.news());
    }

    @Test
    void a_peer_who_has_been_asked_is_not_asked_again_at_the_end() {
        Pair pair = begun();
        programme.timeIs(at(1, 20).toInstant());
        programme.settle();
        pair.news();
        end(pair);
        assertTrue(pair.news().stream().noneMatch(owed -> owed.text().startsWith("Did your call")));
        pair.text(PEER, "missed");
        assertEquals(List.of("Noted, thank you for telling us how the call went."), pair.newsTo(PEER));
        assertEquals(List.of("MISSED - -"), record.strings(OUTCOME, pair));
    }

    private void end(Pair pair) {
        QuarkusTransaction.requiringNew()
                .run(() -> endAssignment.end(assignments.locked(pair.assignment()), EndReason.CLOSED, Actor.SERVICE));
    }

    @Test
    void of_two_calls_without_outcome_the_peer_says_which() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 6pm").text(REQUESTER, "OK");
        pair.text(PEER, "CALL Wed 6pm").text(REQUESTER, "OK");
        programme.timeIs(at(2, 19).toInstant());
        pair.news();
        pair.text(PEER, "HELD 25");
        assertEquals(
                "Which call do you mean? Reply with its number.\n1 " + day(2, 18) + "\n2 " + day(1, 18),
                pair.newsTo(PEER).get(0));
        pair.text(PEER, "2");
        assertEquals(List.of("HELD 25 -", "AGREED - -"), record.strings(OUTCOME, pair));
        pair.text(PEER, "MISSED");
        assertEquals(List.of("HELD 25 -", "MISSED - -"), record.strings(OUTCOME, pair));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELD", "HELD 30", "MISSED"})
    void before_its_start_nothing_is_noted(String words) {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 6pm").text(REQUESTER, "OK");
        pair.news();
        pair.text(PEER, words);
        assertEquals(
                List.of("Your call with Sam on " + day(1, 18)
                        + " is still to come. Please send HELD or MISSED after it. CALLS lists what is agreed."),
                pair.newsTo(PEER));
        assertEquals(List.of("AGREED"), record.statuses(pair));
    }

    @Test
    void minutes_that_no_call_takes_are_asked_about() {
        Pair pair = begun();
        pair.text(PEER, "HELD 900");
        assertTrue(pair.newsTo(PEER).get(0).startsWith("How many minutes did it take?"));
        assertEquals(List.of("AGREED - -"), record.strings(OUTCOME, pair));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELD", "MISSED", "MORE", "ENOUGH"})
    void from_a_requester_they_are_words_like_any_other(String word) {
        Pair pair = begun();
        pair.text(REQUESTER, word);
        assertEquals(List.of(word), pair.newsTo(PEER));
    }

    /** Six o'clock tomorrow has come. */
    private Pair begun() {
        Pair pair = pairs.newPair();
        pair.text(PEER, "CALL tomorrow 6pm").text(REQUESTER, "OK");
        programme.timeIs(at(1, 18).toInstant().plusSeconds(60 * 50));
        programme.settle();
        pair.news();
        return pair;
    }
}
