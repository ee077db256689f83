package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.peerline.calls.Calls;
import org.peerline.calls.MoveCall;
import org.peerline.calls.OverlappingCalls;
import org.peerline.calls.ProposeCall;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.Offer;
import org.peerline.core.Party;

/** CALL and MOVE: suggests one to three times, after the doubts about them are settled. */
@ApplicationScoped
class SuggestingDesk {
    private static final int MOST_CHOICES = 5;

    private final ProposeCall proposeCall;
    private final MoveCall moveCall;
    private final OverlappingCalls overlappingCalls;
    private final Calls calls;
    private final OpenCalls openCalls;
    private final CallTimeDesk times;
    private final CallQuestions questions;
    private final CallReplies replies;

    SuggestingDesk(
            ProposeCall proposeCall,
            MoveCall moveCall,
            OverlappingCalls overlappingCalls,
            Calls calls,
            OpenCalls openCalls,
            CallTimeDesk times,
            CallQuestions questions,
            CallReplies replies) {
        this.proposeCall = proposeCall;
        this.moveCall = moveCall;
        this.overlappingCalls = overlappingCalls;
        this.calls = calls;
        this.openCalls = openCalls;
        this.times = times;
        this.questions = questions;
        this.replies = replies;
    }

    void call(CallTexter texter, String written) {
        times.read(texter, CallQuestion.TIME_TO_CALL, written)
                .ifPresent(offer -> suggest(texter, Optional.empty(), offer));
    }

    void move(CallTexter texter, String written) {
        openCalls.lapse(texter);
        if (OpenCalls.movable(openCalls.of(texter)).isEmpty()) {
            replies.say(texter, openCalls.begun(texter).orElseGet(texter.texts()::nothingToMove));
            return;
        }
        times.read(texter, CallQuestion.TIME_TO_MOVE, written).ifPresent(offer -> moveTo(texter, offer));
    }

    void chosen(CallTexter texter, CallQuestion question, CallChoice choice) {
        Offer offer = times.offer(choice.times());
        Optional<Call> call = choice.call().map(calls::findById);
        switch (question) {
            case TIME_TO_MOVE -> moveTo(texter, offer);
            case OVERLAP_OF_CALL, OVERLAP_OF_MOVE -> suggestAllTheSame(texter, call, offer);
            default -> suggest(texter, call, offer);
        }
    }

    private void moveTo(CallTexter texter, Offer offer) {
        openCalls.lapse(texter);
        List<Call> movable = OpenCalls.movable(openCalls.of(texter));
        if (movable.isEmpty()) {
            replies.say(texter, openCalls.begun(texter).orElseGet(texter.texts()::nothingToMove));
        } else if (movable.size() == 1) {
            suggest(texter, Optional.of(movable.get(0)), offer);
        } else {
            questions.ask(
                    texter,
                    CallQuestion.CALL_TO_MOVE,
                    movable.stream()
                            .limit(MOST_CHOICES)
                            .map(call -> CallChoice.call(call.startsAt().toInstant(), call.id(), moments(offer)))
                            .toList());
        }
    }

    /** A peer is told first when another call of theirs is close. */
    private void suggest(CallTexter texter, Optional<Call> moves, Offer offer) {
        var assignment = texter.conversation().assignment();
        Optional<OverlappingCalls.Overlap> overlap = texter.party() == Party.PEER
                ? overlappingCalls.of(assignment.peerId(), assignment.id(), offer)
                : Optional.empty();
        if (overlap.isEmpty()) {
            suggestAllTheSame(texter, moves, offer);
            return;
        }
        var question = moves.isPresent() ? CallQuestion.OVERLAP_OF_MOVE : CallQuestion.OVERLAP_OF_CALL;
        Instant shown = offer.times().get(0).toInstant();
        var choice = moves.map(call -> CallChoice.call(shown, call.id(), moments(offer)))
                .orElseGet(() -> CallChoice.times(shown, moments(offer)));
        String words = texter.peerTexts()
                .overlapping(
                        overlap.get().reference(),
                        texter.when(overlap.get().startsAt()),
                        when(texter, offer),
                        question.word());
        questions.ask(texter, question, List.of(choice), words);
    }

    private void suggestAllTheSame(CallTexter texter, Optional<Call> moves, Offer offer) {
        var speaker = texter.speaker();
        CallOutcome outcome = moves.map(call -> moveCall.move(call.id(), speaker, offer))
                .orElseGet(() ->
                        proposeCall.propose(texter.conversation().assignment().id(), speaker, offer));
        replies.sayIfRefused(texter, outcome, when(texter, offer), moves.isPresent() ? "MOVE" : "CALL");
    }

    private static String when(CallTexter texter, Offer offer) {
        return texter.sentences().clock().oneOf(offer.times());
    }

    private static List<Instant> moments(Offer offer) {
        return offer.times().stream().map(ZonedDateTime::toInstant).toList();
    }
}
