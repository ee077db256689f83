package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.requests.Requests;

/**
 * One side knows the other. The request goes to somebody else at once, whatever has been said already, and the other side
 * learns no more than from any other ending: not that they were recognised. Runs in the caller's transaction.
 */
@ApplicationScoped
public class LeaveKnownPerson {
    private final Requests requests;
    private final Assignments assignments;
    private final ChangeHands changeHands;
    private final Farewell farewell;

    LeaveKnownPerson(Requests requests, Assignments assignments, ChangeHands changeHands, Farewell farewell) {
        this.requests = requests;
        this.assignments = assignments;
        this.changeHands = changeHands;
        this.farewell = farewell;
    }

    /** Empty when it was done; the requester has been told, and a peer who did not say so themselves. */
    public Optional<Refusal> leave(Conversation conversation, Party who) {
        requests.locked(conversation.request().id());
        Assignment assignment = assignments.locked(conversation.assignment().id());
        if (!assignment.isOpen()) {
            return Optional.of(new Refusal("assignment_ended", "This assignment has ended."));
        }
        if (who == Party.REQUESTER) {
            farewell.say(conversation, Party.REQUESTER, farewell.changed(conversation));
            farewell.say(conversation, Party.PEER, farewell.requestClosed(conversation));
        } else {
            farewell.say(conversation, Party.REQUESTER, farewell.handedBack(conversation));
        }
        changeHands.from(
                assignment,
                EndReason.KNOWN_PERSON,
                who == Party.REQUESTER
                        ? Actor.requester(conversation.requester().id())
                        : Actor.peer(conversation.peer().id()));
        return Optional.empty();
    }
}
