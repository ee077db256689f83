package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.time.CallTimeReading;
import org.peerline.conversation.reply.Replies;
import org.peerline.sms.outbox.Messages;
import org.peerline.sms.outbox.TextKind;

/** What whoever texts about calls is answered when there is no news for both. */
@ApplicationScoped
class CallReplies {
    private final Replies replies;
    private final Messages messages;

    CallReplies(Replies replies, Messages messages) {
        this.replies = replies;
        this.messages = messages;
    }

    void say(CallTexter to, String text) {
        replies.answer(to.conversation(), to.party(), text);
    }

    /**
     * @param asked the time that was asked for, where the refusal is about no other
     * @param word CALL, MOVE or DROP
     */
    void refused(CallTexter to, Refused refused, String asked, String word) {
        var texts = to.texts();
        String name = to.nameOfTheOther();
        String when = refused.about().map(to::when).orElse(asked);
        say(
                to,
                switch (refused.why()) {
                    case OWN_PROPOSAL, ALREADY_PROPOSED -> texts.ownProposal(name, when);
                    case ALREADY_AGREED -> texts.alreadyAgreed(name, when);
                    case CALL_IN_THE_PAST -> texts.timePast(word);
                    case CALL_TOO_FAR_AHEAD -> texts.timeTooFar(word, CallTimeReading.MOST_DAYS_AHEAD);
                    case CALL_NOT_OPEN -> word.equals("MOVE") ? texts.nothingToMove() : texts.nothingAgreed();
                    case NOT_OWN_PROPOSAL -> texts.nothingAgreed();
                    case CALL_NOT_PROPOSED, ASSIGNMENT_ENDED -> texts.nothingOpen();
                });
    }

    /** Whether the last thing that they read from us was about a call: then a bare word is an answer to that. */
    boolean spokeLast(CallTexter to) {
        return messages.lastKindTo(to.party(), to.conversation().assignment().id())
                .filter(kind -> kind == TextKind.CALL || kind == TextKind.ANSWER)
                .isPresent();
    }
}
