package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.peerline.calls.negotiation.Table.refused;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;

/** What becomes of suggestions and of agreed calls when their time, or the end of the assignment, has come. */
class TimesThatComeTest {
    private final Table table = new Table();

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
}
