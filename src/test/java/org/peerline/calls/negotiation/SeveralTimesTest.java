package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.peerline.calls.negotiation.Table.refused;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;

/** Several times are offered at once, and one of them is chosen. */
class SeveralTimesTest {
    private final Table table = new Table();

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
}
