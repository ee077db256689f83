package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.peerline.calls.negotiation.Table.refused;
import static org.peerline.core.Party.PEER;
import static org.peerline.core.Party.REQUESTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.calls.negotiation.CallOutcome.FurtherCallNoted;
import org.peerline.calls.negotiation.CallOutcome.Reported;

class AfterwardsTest {
    private final Table table = new Table();

    @Test
    void nothing_can_be_said_before_the_start() {
        Call call = table.agreed(table.hour(3));
        refused(CallRefusal.CALL_NOT_BEGUN, report(call, CallReport.missed()));
        assertEquals(CallStatus.AGREED, call.status());
        table.pass(Duration.ofHours(3));
        assertInstanceOf(Reported.class, report(call, CallReport.held(OptionalInt.of(40))));
        assertEquals(CallStatus.HELD, call.status());
        assertEquals(OptionalInt.of(40), call.minutes());
    }

    @Test
    void it_is_said_once() {
        Call call = table.agreed(table.hour(3));
        table.pass(Duration.ofHours(3));
        report(call, CallReport.missed());
        refused(CallRefusal.OUTCOME_RECORDED, report(call, CallReport.held(OptionalInt.empty())));
        refused(CallRefusal.OUTCOME_RECORDED, report(call, CallReport.missed()));
        assertEquals(CallStatus.MISSED, call.status());
    }

    @Test
    void only_an_agreed_call_has_an_outcome() {
        Call suggested = table.propose(PEER, table.hour(3)).about().orElseThrow();
        refused(CallRefusal.CALL_NOT_AGREED, report(suggested, CallReport.missed()));
        table.decline(REQUESTER, suggested);
        refused(CallRefusal.CALL_NOT_AGREED, report(suggested, CallReport.missed()));
        refused(CallRefusal.CALL_NOT_AGREED, Afterwards.noteFurtherCall(suggested, true));
    }

    @Test
    void whether_another_call_would_help_is_said_once_with_it_or_after_it() {
        Call call = table.agreed(table.hour(3));
        Call other = table.agreed(table.hour(4));
        table.pass(Duration.ofHours(5));
        report(call, new CallReport(CallReport.Result.HELD, OptionalInt.empty(), Optional.of(true)));
        refused(CallRefusal.OUTCOME_RECORDED, Afterwards.noteFurtherCall(call, false));
        report(other, CallReport.held(OptionalInt.empty()));
        assertInstanceOf(FurtherCallNoted.class, Afterwards.noteFurtherCall(other, false));
        assertEquals(List.of(Optional.of(true), Optional.of(false)), List.of(call.furtherCall(), other.furtherCall()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 601})
    void no_call_takes_so_long(int minutes) {
        assertThrows(IllegalArgumentException.class, () -> CallReport.held(OptionalInt.of(minutes)));
    }

    private CallOutcome report(Call call, CallReport report) {
        return Afterwards.report(call, report, table.now());
    }
}
