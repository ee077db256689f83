package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.CalledOff;
import org.peerline.calls.negotiation.CallOutcome.Declined;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.CallOutcome.Withdrawn;

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
    void an_agreed_call_stays_until_the_new_time_is_agreed_too() {
        Call before = table.agreed(table.hour(33));
        var proposed = assertInstanceOf(Proposed.class, table.move(REQUESTER, before, table.hour(40)));
        assertEquals(CallStatus.AGREED, before.status());
        assertEquals(Optional.of(before.id()), proposed.call().replaces());
        var agreed = assertInstanceOf(Agreed.class, table.accept(PEER, proposed.call()));
        assertEquals(Optional.of(before), agreed.moved());
        assertEquals(CallStatus.CANCELLED, before.status());
        assertEquals(CallStatus.AGREED, proposed.call().status());
    }

    @Test
    void a_declined_move_leaves_the_agreed_call_as_it_was() {
        Call before = table.agreed(table.hour(33));
        Call move = table.move(REQUESTER, before, table.hour(40)).about().orElseThrow();
        var declined = assertInstanceOf(Declined.class, table.decline(PEER, move));
        assertEquals(Optional.of(before), declined.stays());
        assertEquals(CallStatus.AGREED, before.status());
    }

    @Test
    void a_countered_move_is_still_a_move_of_the_same_call() {
        Call before = table.agreed(table.hour(33));
        table.move(REQUESTER, before, table.hour(40));
        var counter = assertInstanceOf(Proposed.class, table.propose(PEER, table.hour(41)));
        assertEquals(Optional.of(before.id()), counter.call().replaces());
        table.accept(REQUESTER, counter.call());
        assertEquals(CallStatus.CANCELLED, before.status());
    }

    @Test
    void calling_off_an_agreed_call_ends_the_proposal_to_move_it() {
        Call agreed = table.agreed(table.hour(33));
        Call move = table.move(REQUESTER, agreed, table.hour(40)).about().orElseThrow();
        var off = assertInstanceOf(CalledOff.class, table.cancel(PEER, agreed));
        assertEquals(Optional.of(move), off.along());
        assertEquals(CallStatus.CANCELLED, agreed.status());
        assertEquals(CallStatus.DECLINED, move.status());
    }

    @Test
    void calling_off_one_call_leaves_the_others() {
        Call one = table.agreed(table.hour(33));
        Call other = table.agreed(table.hour(60));
        Call open = table.propose(PEER, table.hour(90)).about().orElseThrow();
        table.cancel(REQUESTER, one);
        assertEquals(
                List.of(CallStatus.CANCELLED, CallStatus.AGREED, CallStatus.PROPOSED),
                Stream.of(one, other, open).map(Call::status).toList());
    }

    @Test
    void only_ones_own_proposal_can_be_taken_back() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        refused(CallRefusal.NOT_OWN_PROPOSAL, table.cancel(REQUESTER, call));
        assertInstanceOf(Withdrawn.class, table.cancel(PEER, call));
        refused(CallRefusal.CALL_NOT_OPEN, table.cancel(PEER, call));
    }

    @Test
    void moving_to_a_time_that_the_other_side_suggests_anyway_agrees_it_and_gives_up_the_old_one() {
        Call before = table.agreed(table.hour(33));
        Call open = table.propose(PEER, table.hour(40)).about().orElseThrow();
        var agreed = assertInstanceOf(Agreed.class, table.move(REQUESTER, before, table.hour(40)));
        assertEquals(open, agreed.call());
        assertEquals(CallStatus.CANCELLED, before.status());
    }

    @Test
    void moving_another_call_counters_an_open_proposal_and_says_so() {
        Call before = table.agreed(table.hour(33));
        Call open = table.propose(PEER, table.hour(40)).about().orElseThrow();
        var proposed = assertInstanceOf(Proposed.class, table.move(REQUESTER, before, table.hour(41)));
        assertEquals(Optional.of(open), proposed.instead());
        assertEquals(Optional.of(before), proposed.moves());
        assertEquals(CallStatus.COUNTERED, open.status());
        assertTrue(!proposed.onlyTheTimeChanges());
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

    @Test
    void a_proposal_lapses_at_its_own_time_and_not_before() {
        Call call = table.propose(PEER, table.hour(33)).about().orElseThrow();
        table.pass(Duration.ofHours(33).minusNanos(1000));
        assertEquals(Optional.empty(), table.negotiation().lapse());
        table.pass(Duration.ofNanos(1000));
        refused(CallRefusal.CALL_IN_THE_PAST, table.accept(REQUESTER, call));
        assertEquals(
                Optional.of(new Lapsed(call, Optional.empty())),
                table.negotiation().lapse());
        assertEquals(CallStatus.LAPSED, call.status());
    }

    @Test
    void a_lapsed_move_leaves_the_agreed_call_if_that_is_still_to_come() {
        Call agreed = table.agreed(table.hour(60));
        table.move(REQUESTER, agreed, table.hour(20));
        table.pass(Duration.ofHours(20));
        assertEquals(
                Optional.of(agreed), table.negotiation().lapse().orElseThrow().stays());
        assertEquals(CallStatus.AGREED, agreed.status());
    }

    @Test
    void a_call_whose_time_has_come_is_neither_moved_nor_called_off() {
        Call agreed = table.agreed(table.hour(33));
        table.pass(Duration.ofHours(33));
        refused(CallRefusal.CALL_IN_THE_PAST, table.move(PEER, agreed, table.hour(60)));
        refused(CallRefusal.CALL_IN_THE_PAST, table.cancel(PEER, agreed));
        assertEquals(CallStatus.AGREED, agreed.status());
    }

    @Test
    void a_call_that_has_taken_place_is_not_undone_by_a_move_that_is_agreed_later() {
        Call agreed = table.agreed(table.hour(33));
        Call move = table.move(REQUESTER, agreed, table.hour(60)).about().orElseThrow();
        table.pass(Duration.ofHours(34));
        var later = assertInstanceOf(Agreed.class, table.accept(PEER, move));
        assertEquals(Optional.empty(), later.moved());
        assertEquals(CallStatus.AGREED, agreed.status());
    }

    @Test
    void the_end_of_an_assignment_ends_what_is_still_to_come_and_nothing_else() {
        Call past = table.agreed(table.hour(2));
        Call agreed = table.agreed(table.hour(33));
        Call open = table.propose(PEER, table.hour(60)).about().orElseThrow();
        table.pass(Duration.ofHours(3));
        assertEquals(List.of(agreed, open), table.negotiation().endAll());
        assertEquals(
                List.of(CallStatus.AGREED, CallStatus.CANCELLED, CallStatus.CANCELLED),
                Stream.of(past, agreed, open).map(Call::status).toList());
    }

    @Test
    void of_several_times_one_is_chosen_and_only_that_one_is_agreed() {
        Call call = table.propose(PEER, table.hour(33), table.hour(50), table.hour(60))
                .about()
                .orElseThrow();
        refused(CallRefusal.TIME_NOT_CHOSEN, table.accept(REQUESTER, call));
        refused(CallRefusal.TIME_NOT_OFFERED, table.choose(REQUESTER, call, table.hour(34)));
        refused(CallRefusal.OWN_PROPOSAL, table.choose(PEER, call, table.hour(33)));
        assertInstanceOf(Agreed.class, table.choose(REQUESTER, call, table.hour(50)));
        assertEquals(List.of(table.hour(50)), call.times());
        refused(CallRefusal.ALREADY_AGREED, table.choose(REQUESTER, call, table.hour(60)));
    }

    @Test
    void times_are_offered_in_order_and_each_once() {
        Call call = table.propose(PEER, table.hour(60), table.hour(33), table.hour(60))
                .about()
                .orElseThrow();
        assertEquals(List.of(table.hour(33), table.hour(60)), call.times());
    }

    @Test
    void a_time_that_has_come_is_not_chosen_and_the_rest_stand_until_the_last() {
        Call call = table.propose(PEER, table.hour(2), table.hour(5)).about().orElseThrow();
        table.pass(Duration.ofHours(3));
        assertEquals(Optional.empty(), table.negotiation().lapse());
        refused(CallRefusal.CALL_IN_THE_PAST, table.choose(REQUESTER, call, table.hour(2)));
        table.pass(Duration.ofHours(2));
        assertEquals(
                Optional.of(new Lapsed(call, Optional.empty())),
                table.negotiation().lapse());
    }

    @Test
    void suggesting_one_of_the_times_that_the_other_side_offers_chooses_it() {
        Call call = table.propose(PEER, table.hour(33), table.hour(50)).about().orElseThrow();
        assertInstanceOf(Agreed.class, table.propose(REQUESTER, table.hour(50)));
        assertEquals(List.of(table.hour(50)), call.times());
    }

    @Test
    void two_offers_that_share_a_time_agree_nothing_by_themselves() {
        Call first = table.propose(PEER, table.hour(33), table.hour(50)).about().orElseThrow();
        var second = assertInstanceOf(Proposed.class, table.propose(REQUESTER, table.hour(50), table.hour(60)));
        assertEquals(CallStatus.COUNTERED, first.status());
        assertEquals(Optional.of(first), second.instead());
    }

    @Test
    void the_same_offer_twice_is_no_new_one_and_fewer_times_are() {
        table.propose(PEER, table.hour(33), table.hour(50));
        refused(CallRefusal.ALREADY_PROPOSED, table.propose(PEER, table.hour(50), table.hour(33)));
        assertInstanceOf(Proposed.class, table.propose(PEER, table.hour(33)));
    }

    @Test
    void one_impossible_time_refuses_the_whole_offer() {
        table.agreed(table.hour(33));
        refused(CallRefusal.ALREADY_AGREED, table.propose(PEER, table.hour(50), table.hour(33)));
        refused(CallRefusal.CALL_IN_THE_PAST, table.propose(PEER, table.hour(50), table.hour(0)));
        assertEquals(1, table.calls().size());
    }

    @Test
    void a_moved_call_keeps_its_entry_in_calendars_and_each_change_counts() {
        Call first = table.agreed(table.hour(33));
        Call second = table.move(REQUESTER, first, table.hour(40)).about().orElseThrow();
        table.accept(PEER, second);
        assertEquals(first.eventId(), second.eventId());
        assertEquals(List.of(0, 1), List.of(first.eventSequence(), second.eventSequence()));
        table.cancel(PEER, second);
        assertEquals(2, second.eventSequence());
        assertEquals(CallStatus.CANCELLED, second.status());
    }

    private static void refused(CallRefusal why, CallOutcome outcome) {
        assertEquals(why, assertInstanceOf(Refused.class, outcome).why());
        assertEquals(List.of(), outcome.changed());
    }
}
