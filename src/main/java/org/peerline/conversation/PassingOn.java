package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.RelayOutcome;
import org.peerline.relay.RelayText;
import org.peerline.sms.InboundSms;
import org.peerline.sms.optout.OptOutWords;

/** Passes somebody's words on, and tells them what could not be. */
@ApplicationScoped
class PassingOn {
    private final RelayText relayText;
    private final ClosedDesk closedDesk;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;
    private final Audit audit;

    PassingOn(
            RelayText relayText,
            ClosedDesk closedDesk,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies,
            Audit audit) {
        this.relayText = relayText;
        this.closedDesk = closedDesk;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
        this.audit = audit;
    }

    /** @param written may be empty, when a picture came without words */
    void pass(Conversation conversation, Party sender, InboundSms sms, String written) {
        if (sms.pictures() > 0 && mayAnswer(conversation, sender, "PICTURE")) {
            replies.answer(
                    conversation, sender, conversation.textsFor(sender).relay().pictureNotPassedOn());
        }
        if (written.isBlank()) {
            return;
        }
        RelayOutcome outcome = relayText.relay(conversation, sender, written);
        if (outcome == RelayOutcome.ENDED) {
            closedDesk.answerLate(conversation, sender, sms);
        }
        if (OptOutWords.mentionsStopping(written)) {
            var writer = sender == Party.PEER
                    ? Actor.peer(conversation.peer().id())
                    : Actor.requester(conversation.requester().id());
            audit.record(
                    writer,
                    "STOPPING_MENTIONED",
                    Subject.of(
                            Subject.Kind.ASSIGNMENT, conversation.assignment().id()),
                    null);
        }
    }

    /** Two robots in one conversation must not keep each other busy with our answers. */
    private boolean mayAnswer(Conversation conversation, Party sender, String kind) {
        return loopGuard.mayAnswer(blindIndex.of(conversation.recipient(sender).number()), kind);
    }
}
