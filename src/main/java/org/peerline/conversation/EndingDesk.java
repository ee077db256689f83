package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.PassRequest;
import org.peerline.core.Party;

/** The words that end something: PASS from a peer who has not answered yet. */
@ApplicationScoped
class EndingDesk {
    private final PassRequest passRequest;
    private final Replies replies;

    EndingDesk(PassRequest passRequest, Replies replies) {
        this.passRequest = passRequest;
        this.replies = replies;
    }

    /** False when the command is none of these. */
    boolean answer(Conversation conversation, Party sender, Command command) {
        if (!(command instanceof Command.PassRequest)) {
            return false;
        }
        var toPeer = conversation.textsFor(Party.PEER).peers();
        boolean passed = passRequest.pass(conversation).isEmpty();
        replies.answer(
                conversation,
                sender,
                passed
                        ? toPeer.passed(conversation.reference())
                        : toPeer.passTooLate(conversation.reference(), conversation.requesterFirstName()));
        return true;
    }
}
