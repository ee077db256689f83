package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.CalledOff;
import org.peerline.calls.negotiation.CallOutcome.Declined;
import org.peerline.calls.negotiation.CallOutcome.Proposed;

/** A call that is agreed stays until its new time is agreed too, or it is called off. */
class MovedCallsTest {
    private final Table table = new Table();

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
}
