package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.ChangeHands;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.wording.Helpline;

/** The words that end something: PASS from a peer who has not answered yet. */
@ApplicationScoped
class EndingDesk {
    private final ChangeHands changeHands;
    private final Helpline helpline;
    private final Replies replies;

    EndingDesk(ChangeHands changeHands, Helpline helpline, Replies replies) {
        this.changeHands = changeHands;
        this.helpline = helpline;
        this.replies = replies;
    }

    /** False when the command is none of these. */
    boolean answer(Conversation conversation, Party sender, Command command) {
        if (!(command instanceof Command.PassRequest)) {
            return false;
        }
        var toPeer = conversation.textsFor(Party.PEER).peers();
        if (conversation.assignment().firstAnswerAt().isPresent()) {
            replies.answer(
                    conversation,
                    sender,
                    toPeer.passTooLate(conversation.reference(), conversation.requesterFirstName()));
            return true;
        }
        // The words come before the change: the new assignment's details text must be the last that the requester
        // reads.
        replies.answer(conversation, sender, toPeer.passed(conversation.reference()));
        replies.notify(
                conversation,
                Party.REQUESTER,
                conversation
                        .textsFor(Party.REQUESTER)
                        .ending()
                        .handedBack(conversation.peerDisplayName(), helpline.number()));
        changeHands.from(
                conversation.assignment(),
                EndReason.PASSED,
                Actor.peer(conversation.peer().id()));
        return true;
    }
}
