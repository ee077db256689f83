package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.Party;

/** A requester asks for somebody else, without a reason. Runs in the caller's transaction. */
@ApplicationScoped
public class AskForAnotherPeer {
    private final Assignments assignments;
    private final ChangeHands changeHands;
    private final Farewell farewell;

    AskForAnotherPeer(Assignments assignments, ChangeHands changeHands, Farewell farewell) {
        this.assignments = assignments;
        this.changeHands = changeHands;
        this.farewell = farewell;
    }

    /** False when the assignment has ended meanwhile. The former peer is told only that the request is closed. */
    public boolean change(Conversation conversation) {
        Assignment assignment = assignments.locked(conversation.assignment().id());
        if (!assignment.isOpen()) {
            return false;
        }
        farewell.say(conversation, Party.REQUESTER, farewell.changed(conversation));
        farewell.say(conversation, Party.PEER, farewell.requestClosed(conversation));
        changeHands.from(
                assignment,
                EndReason.CHANGED,
                Actor.requester(conversation.requester().id()));
        return true;
    }
}
