package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.time.CallTimeReading;
import org.peerline.conversation.reply.Replies;

/** What whoever texts about calls is answered when there is no news for both. */
@ApplicationScoped
class CallReplies {
    /** With any other word the time that has come is the one that was asked for. */
    private static final Set<String> CHANGES = Set.of("DROP", "MOVE");

    private final Replies replies;
    private final Calls calls;

    CallReplies(Replies replies, Calls calls) {
        this.replies = replies;
        this.calls = calls;
    }

    void say(CallTexter to, String text) {
        replies.answer(to.conversation(), to.party(), text);
    }

    /** The same about a call, so that a bare OK or NO behind it answers that call. */
    void say(CallTexter to, String text, Call about) {
        replies.answer(to.conversation(), to.party(), text, about.id());
    }

    /** Tells the other side's suggestion again; from now on their answer is meant for it. */
    void tellAgain(CallTexter to, Call open) {
        String suggestion = to.sentences().suggestion(open, calls::findById);
        say(to, to.texts().notAgreedYet() + " " + suggestion, open);
    }

    /** @param asked the time that was asked for, where the refusal is about no other */
    void sayIfRefused(CallTexter to, CallOutcome outcome, String asked, String word) {
        if (outcome instanceof Refused refused) {
            refused(to, refused, asked, word);
        }
    }

    private void refused(CallTexter to, Refused refused, String asked, String word) {
        var texts = to.texts();
        String name = to.nameOfTheOther();
        String when = refused.about().map(to::when).orElse(asked);
        say(
                to,
                switch (refused.why()) {
                    case OWN_PROPOSAL, ALREADY_PROPOSED -> texts.ownProposal(name, when);
                    case ALREADY_AGREED -> texts.alreadyAgreed(name, when);
                    case CALL_IN_THE_PAST ->
                        refused.about().isPresent() && CHANGES.contains(word)
                                ? texts.begun(name, when)
                                : texts.timePast(word);
                    case CALL_TOO_FAR_AHEAD -> texts.timeTooFar(word, CallTimeReading.MOST_DAYS_AHEAD);
                    case CALL_NOT_OPEN -> word.equals("MOVE") ? texts.nothingToMove() : texts.nothingAgreed();
                    case NOT_OWN_PROPOSAL -> texts.nothingAgreed();
                    case OUTCOME_RECORDED -> refused.about().map(to::onRecord).orElseThrow();
                    case CALL_NOT_BEGUN -> refused.about().map(to::notBegun).orElseThrow();
                    case CALL_NOT_AGREED -> to.outcomeTexts().nothingToReport();
                    case CALL_NOT_PROPOSED, ASSIGNMENT_ENDED, TIME_NOT_CHOSEN, TIME_NOT_OFFERED, OVERLAPPING_CALL ->
                        texts.nothingOpen();
                });
    }
}
