package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.requests.Requests;

/** A requester asks for somebody else, without a reason. Runs in the caller's transaction. */
@ApplicationScoped
public class AskForAnotherPeer {
    /** What a requester has been asked when their plain OK means that they want somebody else. */
    public static final String QUESTION = "CHANGE";

    private final Requests requests;
    private final Assignments assignments;
    private final ChangeHands changeHands;
    private final Farewell farewell;

    AskForAnotherPeer(Requests requests, Assignments assignments, ChangeHands changeHands, Farewell farewell) {
        this.requests = requests;
        this.assignments = assignments;
        this.changeHands = changeHands;
        this.farewell = farewell;
    }

    /** False when the assignment has ended meanwhile. The former peer is told only that the request is closed. */
    public boolean change(Conversation conversation) {
        // Request first, as everybody who changes both: in another order two of them wait for each other.
        requests.locked(conversation.request().id());
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
