package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.calls.negotiation.Table.refused;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.Declined;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Withdrawn;

/** A time is suggested, answered, countered or taken back. */
class NegotiationTest {
    private final Table table = new Table();

    @Test
    void whoever_suggests_a_time_has_agreed_to_it_and_the_call_is_not_agreed() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        assertEquals(CallStatus.PROPOSED, call.status());
        assertEquals(List.of(new Agreement(PEER, Via.SMS, table.now())), call.agreements());
    }

    @Test
    void a_yes_of_the_other_side_agrees_it_and_both_are_on_record() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        table.pass(Duration.ofHours(1));
        assertInstanceOf(Agreed.class, table.accept(REQUESTER, call));
        assertEquals(CallStatus.AGREED, call.status());
        assertEquals(
                List.of(PEER, REQUESTER),
                call.agreements().stream().map(Agreement::party).toList());
        assertEquals(table.now(), call.agreements().get(1).at());
    }

    @Test
    void nobody_answers_their_own_proposal() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        refused(CallRefusal.OWN_PROPOSAL, table.accept(PEER, call));
        refused(CallRefusal.OWN_PROPOSAL, table.decline(PEER, call));
        assertEquals(CallStatus.PROPOSED, call.status());
    }

    @Test
    void an_answer_comes_once() {
        Call call = table.agreed(table.hour(33));
        refused(CallRefusal.ALREADY_AGREED, table.accept(REQUESTER, call));
        refused(CallRefusal.ALREADY_AGREED, table.decline(REQUESTER, call));
        Call other = table.propose(PEER, table.hour(60)).about().orElseThrow();
        assertInstanceOf(Declined.class, table.decline(REQUESTER, other));
        refused(CallRefusal.CALL_NOT_PROPOSED, table.accept(REQUESTER, other));
        assertEquals(CallStatus.DECLINED, other.status());
    }

    @Test
    void a_new_time_by_the_same_side_takes_the_place_of_the_old_one() {
        Call before = table.propose(PEER, table.hour(33)).about().orElseThrow();
        var proposed = assertInstanceOf(Proposed.class, table.propose(PEER, table.hour(34)));
        assertEquals(Optional.of(before), proposed.instead());
        assertEquals(CallStatus.CANCELLED, before.status());
        refused(CallRefusal.CALL_NOT_PROPOSED, table.accept(REQUESTER, before));
    }

    @Test
    void a_new_time_by_the_other_side_counters_the_old_one() {
        Call before = table.propose(PEER, table.hour(33)).about().orElseThrow();
        var proposed = assertInstanceOf(Proposed.class, table.propose(REQUESTER, table.hour(34)));
        assertEquals(CallStatus.COUNTERED, before.status());
        assertEquals(REQUESTER, proposed.call().proposedBy());
        assertTrue(proposed.onlyTheTimeChanges());
        refused(CallRefusal.OWN_PROPOSAL, table.accept(REQUESTER, proposed.call()));
    }

    @Test
    void both_suggesting_the_very_same_time_is_an_agreement() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        var agreed = assertInstanceOf(Agreed.class, table.propose(REQUESTER, table.hour(33)));
        assertEquals(call, agreed.call());
        assertEquals(2, call.agreements().size());
    }

    @Test
    void the_same_side_suggesting_the_same_time_twice_agrees_nothing() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        refused(CallRefusal.ALREADY_PROPOSED, table.propose(PEER, table.hour(33)));
        assertEquals(CallStatus.PROPOSED, call.status());
        assertEquals(1, call.agreements().size());
    }

    @Test
    void only_ones_own_proposal_can_be_taken_back() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        refused(CallRefusal.NOT_OWN_PROPOSAL, table.cancel(REQUESTER, call));
        assertInstanceOf(Withdrawn.class, table.cancel(PEER, call));
        refused(CallRefusal.CALL_NOT_OPEN, table.cancel(PEER, call));
    }

    @Test
    void a_time_that_is_agreed_already_is_not_suggested_again() {
        table.agreed(table.hour(33));
        Call other = table.agreed(table.hour(60));
        refused(CallRefusal.ALREADY_AGREED, table.propose(REQUESTER, table.hour(33)));
        refused(CallRefusal.ALREADY_AGREED, table.move(REQUESTER, other, table.hour(33)));
    }

    @Test
    void times_in_the_past_or_over_60_days_ahead_are_refused_by_the_calendar_and_change_nothing() {
        refused(CallRefusal.CALL_IN_THE_PAST, table.propose(PEER, table.hour(0)));
        assertInstanceOf(Proposed.class, table.propose(PEER, table.hour(60 * 24 + 13)));
        refused(CallRefusal.CALL_TOO_FAR_AHEAD, table.propose(PEER, table.hour(60 * 24 + 14)));
        assertEquals(1, table.calls().size());
    }
}
