package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.CrisisDesk;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.RelayOutcome;
import org.peerline.relay.RelayText;
import org.peerline.sms.InboundSms;
import org.peerline.sms.optout.OptOutWords;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;

/** Passes somebody's words on, and tells them what could not be. */
@ApplicationScoped
class PassingOn {
    private final RelayText relayText;
    private final ClosedDesk closedDesk;
    private final CrisisDesk crisisDesk;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;
    private final Helpline helpline;

    PassingOn(
            RelayText relayText,
            ClosedDesk closedDesk,
            CrisisDesk crisisDesk,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies,
            Audit audit,
            Tasks tasks,
            Helpline helpline) {
        this.relayText = relayText;
        this.closedDesk = closedDesk;
        this.crisisDesk = crisisDesk;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
        this.helpline = helpline;
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
            closedDesk.answerLate(conversation, sender, sms, written);
            return;
        }
        if (outcome == RelayOutcome.TOO_MANY) {
            crisisDesk.notPassedOn(conversation, sender, written);
            tooMany(conversation, sender);
        } else {
            crisisDesk.passedOn(conversation, sender, written);
        }
        if (OptOutWords.mentionsStopping(written)) {
            var writer = sender == Party.PEER
                    ? Actor.peer(conversation.peer().id())
                    : Actor.requester(conversation.requester().id());
            Subject subject = Subject.of(
                    Subject.Kind.ASSIGNMENT, conversation.assignment().id());
            audit.record(writer, "STOPPING_MENTIONED", subject, null);
            tasks.raise(
                    TaskKind.STOPPING_MENTIONED,
                    subject,
                    Optional.of(conversation.request().id()),
                    Optional.of(sender));
        }
    }

    /** Nobody's words are dropped in silence: the writer is told, and a coordinator sees it. */
    private void tooMany(Conversation conversation, Party sender) {
        var assignment =
                Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignment().id());
        tasks.raise(
                TaskKind.TOO_MANY_TEXTS,
                assignment,
                Optional.of(conversation.request().id()),
                Optional.of(sender));
        if (loopGuard.mayTell(blindIndex.of(conversation.recipient(sender).number()), "TOO_MANY")) {
            replies.answer(
                    conversation, sender, conversation.textsFor(sender).relay().tooMany(helpline.number()));
        }
    }

    /** Two robots in one conversation must not keep each other busy with our answers. */
    private boolean mayAnswer(Conversation conversation, Party sender, String kind) {
        return loopGuard.mayAnswer(blindIndex.of(conversation.recipient(sender).number()), kind);
    }
}
