package org.peerline.calls.negotiation;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.CalledOff;
import org.peerline.calls.negotiation.CallOutcome.Declined;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.CallOutcome.Withdrawn;
import org.peerline.core.Party;

/**
 * What the two people of an assignment have suggested and agreed, and the steps that either may take: at most one open
 * proposal at a time, and as many agreed calls as they like. Works on the calls alone; whoever uses it has locked the
 * assignment, so that steps which cross come one after the other.
 */
public final class Negotiation {
    private final UUID assignment;
    private final List<Call> calls;
    private final List<Call> added = new ArrayList<>();
    private final Instant now;

    /** @param calls at least those of the assignment that are open, or agreed and still to come */
    public Negotiation(UUID assignment, List<Call> calls, Instant now) {
        this.assignment = assignment;
        this.calls = new ArrayList<>(calls);
        this.now = now;
    }

    /** The proposal that waits for its answer. */
    public Optional<Call> open() {
        return calls.stream().filter(Call::isOpen).findFirst();
    }

    /** The agreed calls that are still to come, in order of time. */
    public List<Call> agreed() {
        return calls.stream()
                .filter(call -> call.isAgreed() && isAhead(call))
                .sorted(Comparator.comparing(Call::startsAt))
                .toList();
    }

    /** Calls that a step has made and that are not stored yet. */
    public List<Call> added() {
        return List.copyOf(added);
    }

    /** Suggests a time. While a proposal is open, this one takes its place; the same time from both sides agrees it. */
    public CallOutcome propose(Agreement suggestion, Offer offer) {
        return suggest(suggestion, offer, open().flatMap(this::movedBy));
    }

    /** Suggests another time for a proposal or an agreed call; an agreed call stays until the new time is agreed too. */
    public CallOutcome move(Call call, Agreement suggestion, Offer offer) {
        if (call.isOpen() && isAhead(call)) {
            return propose(suggestion, offer);
        }
        return call.isAgreed() && isAhead(call) ? suggest(suggestion, offer, Optional.of(call)) : notOpen(call);
    }

    /** @param chosen which of the times; may be empty while there is only one */
    public CallOutcome accept(Call call, Agreement yes, Optional<Instant> chosen) {
        Optional<Refused> no = answerable(call, yes.party()).or(() -> notChosen(call, chosen));
        return no.<CallOutcome>map(refused -> refused)
                .orElseGet(() -> agree(call, yes, chosen.orElse(call.startsAt().toInstant())));
    }

    public CallOutcome decline(Call call, Party by) {
        return answerable(call, by).<CallOutcome>map(no -> no).orElseGet(() -> {
            call.decline(now);
            return new Declined(call, movedBy(call));
        });
    }

    /** Calls off an agreed call, or takes one's own proposal back. */
    public CallOutcome cancel(Call call, Party by) {
        if (!isAhead(call)) {
            return notOpen(call);
        }
        if (call.isOpen()) {
            if (call.proposedBy() != by) {
                return Refused.of(CallRefusal.NOT_OWN_PROPOSAL, call);
            }
            call.cancel(now);
            return new Withdrawn(call, movedBy(call));
        }
        if (!call.isAgreed()) {
            return notOpen(call);
        }
        Optional<Call> along = open().filter(open -> open.replaces().equals(Optional.of(call.id())));
        along.ifPresent(open -> endWith(open, by));
        call.cancel(now);
        return new CalledOff(call, along);
    }

    /** Ends a proposal whose own time has come. */
    public Optional<Lapsed> lapse() {
        return open().filter(open -> !isAhead(open)).map(open -> {
            open.lapse(now);
            return new Lapsed(open, movedBy(open));
        });
    }

    /** Ends whatever is still to come; returns what it ended. */
    public List<Call> endAll() {
        var ended = new ArrayList<>(agreed());
        open().ifPresent(ended::add);
        ended.forEach(call -> call.cancel(now));
        return ended;
    }

    private CallOutcome suggest(Agreement suggestion, Offer offer, Optional<Call> moves) {
        Optional<Refused> no =
                offer.times().stream().flatMap(at -> notPossible(at).stream()).findFirst();
        if (no.isPresent()) {
            return no.get();
        }
        Optional<Call> open = open();
        if (open.isPresent() && saysTheSame(open.get(), suggestion, offer)) {
            return sameTimeAgain(open.get(), suggestion, offer, moves);
        }
        open.ifPresent(before -> giveWay(before, suggestion.party()));
        var call = new Call(assignment, suggestion, offer, moves.map(Call::id).orElse(null));
        calls.add(call);
        added.add(call);
        return new Proposed(call, open, moves);
    }

    private Optional<Refused> notPossible(ZonedDateTime at) {
        Optional<CallRefusal> whyNot = Offer.whyNot(at, now);
        if (whyNot.isPresent()) {
            return whyNot.map(Refused::of);
        }
        return agreed().stream()
                .filter(call -> call.isAt(at.toInstant()))
                .findFirst()
                .map(call -> Refused.of(CallRefusal.ALREADY_AGREED, call));
    }

    /**
     * The other side's only time, if it is among those offered, is a choice. Several times are none, even if only one of
     * them is wanted by both: nobody has said which they want most.
     */
    private static boolean saysTheSame(Call open, Agreement suggestion, Offer offer) {
        return open.proposedBy() == suggestion.party()
                ? offer.moments()
                        .equals(open.times().stream()
                                .map(ZonedDateTime::toInstant)
                                .collect(Collectors.toSet()))
                : offer.isOneTime() && open.offers(offer.moment(0));
    }

    private CallOutcome sameTimeAgain(Call open, Agreement suggestion, Offer offer, Optional<Call> moves) {
        if (open.proposedBy() == suggestion.party()) {
            return Refused.of(CallRefusal.ALREADY_PROPOSED, open);
        }
        if (open.replaces().isEmpty()) {
            moves.ifPresent(open::takesThePlaceOf);
        }
        return agree(open, suggestion, offer.moment(0));
    }

    private void giveWay(Call before, Party by) {
        if (before.proposedBy() == by) {
            before.cancel(now);
        } else {
            before.counter(now);
        }
    }

    /** Whoever calls a call off has also answered the other side's wish to move it. */
    private void endWith(Call move, Party by) {
        if (move.proposedBy() == by) {
            move.cancel(now);
        } else {
            move.decline(now);
        }
    }

    private Optional<Refused> answerable(Call call, Party by) {
        if (!call.isOpen()) {
            var why = call.isAgreed() ? CallRefusal.ALREADY_AGREED : CallRefusal.CALL_NOT_PROPOSED;
            return Optional.of(Refused.of(why, call));
        }
        if (!isAhead(call)) {
            return Optional.of(Refused.of(CallRefusal.CALL_IN_THE_PAST, call));
        }
        return call.proposedBy() == by ? Optional.of(Refused.of(CallRefusal.OWN_PROPOSAL, call)) : Optional.empty();
    }

    private Optional<Refused> notChosen(Call call, Optional<Instant> chosen) {
        if (chosen.isEmpty()) {
            return call.times().size() == 1
                    ? Optional.empty()
                    : Optional.of(Refused.of(CallRefusal.TIME_NOT_CHOSEN, call));
        }
        if (!call.offers(chosen.get())) {
            return Optional.of(Refused.of(CallRefusal.TIME_NOT_OFFERED, call));
        }
        if (!chosen.get().isAfter(now)) {
            return Optional.of(Refused.of(CallRefusal.CALL_IN_THE_PAST, call));
        }
        return agreed().stream()
                .filter(agreed -> agreed.isAt(chosen.get()))
                .findFirst()
                .map(agreed -> Refused.of(CallRefusal.ALREADY_AGREED, agreed));
    }

    private CallOutcome agree(Call call, Agreement yes, Instant chosen) {
        Optional<Call> moved = movedBy(call);
        call.agree(yes, chosen);
        moved.ifPresent(before -> before.moveTo(call, now));
        return new Agreed(call, moved);
    }

    private CallOutcome notOpen(Call call) {
        boolean begun = !isAhead(call) && (call.isOpen() || call.isAgreed());
        return Refused.of(begun ? CallRefusal.CALL_IN_THE_PAST : CallRefusal.CALL_NOT_OPEN, call);
    }

    /** The agreed call that this one would take the place of, if it is still to come. */
    private Optional<Call> movedBy(Call call) {
        return call.replaces()
                .flatMap(id -> agreed().stream()
                        .filter(agreed -> agreed.id().equals(id))
                        .findFirst());
    }

    /** While it has several times, as long as one of them is still to come. */
    private boolean isAhead(Call call) {
        return call.lastTime().isAfter(now);
    }
}
