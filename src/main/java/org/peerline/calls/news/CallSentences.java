package org.peerline.calls.news;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.peerline.assignments.Conversation;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Agreed;
import org.peerline.calls.negotiation.CallOutcome.CalledOff;
import org.peerline.calls.negotiation.CallOutcome.Declined;
import org.peerline.calls.negotiation.CallOutcome.Lapsed;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Withdrawn;
import org.peerline.calls.negotiation.CallStatus;
import org.peerline.core.Party;
import org.peerline.wording.calls.CallTexts;

/**
 * The news of a step as one reader gets it.
 *
 * @param name what the reader calls the other person
 */
public record CallSentences(CallTexts texts, String name, ReadersClock clock) {

    public static CallSentences to(Party reader, Conversation conversation) {
        return new CallSentences(
                conversation.textsFor(reader).calls(),
                conversation.nameOf(reader.other()),
                ReadersClock.of(reader, conversation));
    }

    /** The time, or all times to choose from. */
    public String when(Call call) {
        return clock.oneOf(call.times());
    }

    /** What the other side of an open proposal is told of it, whenever they are told. */
    public String suggestion(Call open, Function<UUID, Call> calls) {
        return suggestion(open, open.replaces().map(calls).filter(Call::isAgreed));
    }

    /** What both are told alike; empty when each is told something of their own. */
    Optional<String> toBoth(CallOutcome outcome) {
        if (outcome instanceof Agreed agreed) {
            String when = when(agreed.call());
            return Optional.of(agreed.moved()
                    .map(moved -> texts.agreedMove(name, when(moved), when))
                    .orElseGet(() -> texts.agreed(name, when)));
        }
        if (outcome instanceof Lapsed lapsed) {
            String when = when(lapsed.call());
            return Optional.of(lapsed.stays()
                    .map(stays -> texts.moveLapsed(name, when(stays), when))
                    .orElseGet(() -> texts.lapsed(name, when)));
        }
        return Optional.empty();
    }

    /** What the other side of whoever took the step is told; one sentence for each thing that they have to know. */
    List<String> toTheOther(CallOutcome outcome) {
        if (outcome instanceof Proposed proposed) {
            return suggestion(proposed);
        }
        if (outcome instanceof Declined declined) {
            String when = when(declined.call());
            return List.of(declined.stays()
                    .map(stays -> texts.moveDeclined(name, when(stays), when))
                    .orElseGet(() -> texts.declined(name, when)));
        }
        if (outcome instanceof Withdrawn withdrawn) {
            String when = when(withdrawn.call());
            return List.of(withdrawn
                    .stays()
                    .map(stays -> texts.moveWithdrawn(name, when(stays), when))
                    .orElseGet(() -> texts.withdrawn(name, when)));
        }
        if (outcome instanceof CalledOff off) {
            var sentences = new ArrayList<String>();
            off.along().map(this::gone).ifPresent(sentences::add);
            sentences.add(texts.cancelled(name, when(off.call())));
            return sentences;
        }
        return List.of();
    }

    /** What whoever took the step is told, unless they have their answer already. */
    Optional<String> toTheSpeaker(CallOutcome outcome) {
        String when = outcome.about().map(this::when).orElse("");
        if (outcome instanceof Proposed proposed) {
            return Optional.of(sent(proposed.call(), proposed.moves(), when));
        }
        if (outcome instanceof Declined declined) {
            return Optional.of(declined.stays()
                    .map(stays -> texts.moveDeclineNoted(name, when(stays), when))
                    .orElseGet(() -> texts.declineNoted(name, when)));
        }
        if (outcome instanceof CalledOff off && off.along().isPresent()) {
            return Optional.of(
                    texts.cancelMoveNoted(name, when, when(off.along().orElseThrow())));
        }
        if (outcome instanceof Withdrawn || outcome instanceof CalledOff) {
            return Optional.of(texts.cancelNoted(name, when));
        }
        return Optional.empty();
    }

    /** What both are told of calls that end with their conversation. */
    String ended(List<Call> calls) {
        return texts.ended(calls.stream().map(this::when).toList());
    }

    private String sent(Call call, Optional<Call> moves, String when) {
        if (call.times().size() > 1) {
            return texts.offerSent(name, choices(call));
        }
        return moves.map(before -> texts.moveSent(name, when(before), when))
                .orElseGet(() -> texts.proposalSent(name, when));
    }

    private List<String> suggestion(Proposed proposed) {
        Call call = proposed.call();
        boolean oneInsteadOfOne = call.times().size() == 1
                && proposed.instead()
                        .filter(before -> before.times().size() == 1)
                        .isPresent();
        if (proposed.onlyTheTimeChanges() && oneInsteadOfOne) {
            return List.of(texts.countered(name, when(proposed.instead().orElseThrow()), when(call)));
        }
        var sentences = new ArrayList<String>();
        proposed.instead().map(this::gone).ifPresent(sentences::add);
        sentences.add(suggestion(call, proposed.moves()));
        return sentences;
    }

    private String suggestion(Call call, Optional<Call> moves) {
        if (call.times().size() > 1) {
            return moves.map(before -> texts.moveOffered(name, when(before), choices(call)))
                    .orElseGet(() -> texts.offered(name, choices(call)));
        }
        return moves.map(before -> texts.moveProposed(name, when(before), when(call)))
                .orElseGet(() -> texts.proposed(name, when(call)));
    }

    private List<String> choices(Call call) {
        return call.times().stream().map((ZonedDateTime at) -> clock.when(at)).toList();
    }

    private String gone(Call before) {
        return before.status() == CallStatus.CANCELLED
                ? texts.withdrawn(name, when(before))
                : texts.declined(name, when(before));
    }
}
