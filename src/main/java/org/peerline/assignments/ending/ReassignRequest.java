package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;

/** A coordinator gives a request to somebody else; both sides are told no more than that. In the caller's transaction. */
@ApplicationScoped
public class ReassignRequest {
    private final Conversations conversations;
    private final ChangeHands changeHands;
    private final Farewell farewell;
    private final Audit audit;

    ReassignRequest(Conversations conversations, ChangeHands changeHands, Farewell farewell, Audit audit) {
        this.conversations = conversations;
        this.changeHands = changeHands;
        this.farewell = farewell;
        this.audit = audit;
    }

    /**
     * @param reason a code, for the audit
     * @param why {@link EndReason#KNOWN_PERSON} when one of the two has said that they know each other
     */
    public void reassign(Assignment assignment, String reason, EndReason why, Actor actor) {
        Conversation conversation = conversations.of(assignment.id());
        audit.record(actor, "REASSIGNED", Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()), reason);
        farewell.say(conversation, Party.PEER, farewell.requestClosed(conversation));
        farewell.say(conversation, Party.REQUESTER, farewell.reassigned(conversation));
        changeHands.from(assignment, why, actor);
    }
}
