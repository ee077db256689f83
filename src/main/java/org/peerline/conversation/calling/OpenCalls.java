package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerline.calls.Calls;
import org.peerline.calls.LapseProposals;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;

/** What is suggested and agreed between the two who are texting, as it stands now. */
@ApplicationScoped
class OpenCalls {
    private static final Duration ON_JUST_NOW = Duration.ofHours(12);

    private final Calls calls;
    private final LapseProposals lapseProposals;
    private final TimeSource time;

    OpenCalls(Calls calls, LapseProposals lapseProposals, TimeSource time) {
        this.calls = calls;
        this.lapseProposals = lapseProposals;
        this.time = time;
    }

    /**
     * Lets lapse what is due; true when something has, and both have been told. Takes the assignment's lock too, so that
     * what is read afterwards stays true.
     */
    boolean lapse(CallTexter texter) {
        return lapseProposals.lapse(texter.conversation().assignment().id());
    }

    Negotiation of(CallTexter texter) {
        return calls.negotiation(texter.conversation().assignment().id(), time.now());
    }

    /** What is said when the only call that could be meant has begun today, and nobody has said how it went. */
    Optional<String> begun(CallTexter texter) {
        Instant now = time.now();
        return calls.withoutOutcome(texter.conversation().assignment().id(), now).stream()
                .filter(call -> call.startsAt().toInstant().isAfter(now.minus(ON_JUST_NOW)))
                .findFirst()
                .map(call -> texter.texts().begun(texter.nameOfTheOther(), texter.when(call)));
    }

    /** What the other side has suggested and this one may still answer. */
    Optional<Call> theirs(CallTexter texter) {
        return of(texter)
                .open()
                .filter(open -> open.proposedBy() != texter.party()
                        && open.times().stream().anyMatch(at -> at.toInstant().isAfter(time.now())));
    }

    /** The open proposal of either side, and the agreed calls that it would not move anyway. */
    static List<Call> movable(Negotiation negotiation) {
        Optional<Call> open = negotiation.open();
        var movable = new ArrayList<>(open.stream().toList());
        negotiation.agreed().stream()
                .filter(call -> open.isEmpty() || !open.get().replaces().equals(Optional.of(call.id())))
                .forEach(movable::add);
        return movable;
    }

    /** The agreed calls, and one's own proposal unless it would only move one of them. */
    static List<Call> droppable(Negotiation negotiation, Party party) {
        var droppable = new ArrayList<>(negotiation.agreed());
        negotiation
                .open()
                .filter(open -> open.proposedBy() == party
                        && droppable.stream().noneMatch(call -> open.replaces().equals(Optional.of(call.id()))))
                .ifPresent(droppable::add);
        return droppable;
    }
}
