package org.peerline.calls.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.core.Party;

/** Two people at a table, without a database: every call that they ever suggested, and a clock that is moved by hand. */
final class Table {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final UUID assignment = UUID.randomUUID();
    private final List<Call> calls = new ArrayList<>();
    private Instant now = ZonedDateTime.of(2026, 11, 22, 10, 0, 0, 0, LONDON).toInstant();

    List<Call> calls() {
        return calls;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Negotiation negotiation() {
        return new Negotiation(assignment, calls, now);
    }

    /** So many hours from the beginning, whatever time it is now. */
    ZonedDateTime hour(int hours) {
        return ZonedDateTime.of(2026, 11, 22, 10, 0, 0, 0, LONDON).plusHours(hours);
    }

    CallOutcome propose(Party by, ZonedDateTime... times) {
        Negotiation negotiation = negotiation();
        return keep(negotiation, negotiation.propose(said(by), new Offer(List.of(times))));
    }

    CallOutcome move(Party by, Call call, ZonedDateTime at) {
        Negotiation negotiation = negotiation();
        return keep(negotiation, negotiation.move(call, said(by), Offer.of(at)));
    }

    CallOutcome accept(Party by, Call call) {
        return negotiation().accept(call, said(by), Optional.empty());
    }

    CallOutcome choose(Party by, Call call, ZonedDateTime time) {
        return negotiation().accept(call, said(by), Optional.of(time.toInstant()));
    }

    CallOutcome decline(Party by, Call call) {
        return negotiation().decline(call, by);
    }

    CallOutcome cancel(Party by, Call call) {
        return negotiation().cancel(call, by);
    }

    /** A call that both have agreed to. */
    Call agreed(ZonedDateTime at) {
        Call call = propose(Party.PEER, at).about().orElseThrow();
        accept(Party.REQUESTER, call);
        return call;
    }

    static void refused(CallRefusal why, CallOutcome outcome) {
        assertEquals(why, assertInstanceOf(Refused.class, outcome).why());
        assertEquals(List.of(), outcome.changed());
    }

    private Agreement said(Party by) {
        return new Agreement(by, Via.SMS, now);
    }

    private CallOutcome keep(Negotiation negotiation, CallOutcome outcome) {
        calls.addAll(negotiation.added());
        return outcome;
    }
}
