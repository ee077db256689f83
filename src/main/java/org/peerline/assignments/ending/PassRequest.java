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

/** A peer hands a request back before their first answer, without a reason. Runs in the caller's transaction. */
@ApplicationScoped
public class PassRequest {
    private final Requests requests;
    private final Assignments assignments;
    private final ChangeHands changeHands;
    private final Farewell farewell;

    PassRequest(Requests requests, Assignments assignments, ChangeHands changeHands, Farewell farewell) {
        this.requests = requests;
        this.assignments = assignments;
        this.changeHands = changeHands;
        this.farewell = farewell;
    }

    /** Empty when it was done; the requester has been told, and gets somebody else's details as soon as may be. */
    public Optional<Refusal> pass(Conversation conversation) {
        // Request first, as whoever relays a first text or closes: in another order two of them wait for each other.
        requests.locked(conversation.request().id());
        Assignment assignment = assignments.locked(conversation.assignment().id());
        if (!assignment.isOpen()) {
            return Optional.of(new Refusal("assignment_ended", "This assignment has ended."));
        }
        if (assignment.firstAnswerAt().isPresent()) {
            return Optional.of(
                    new Refusal("already_answered", "You have answered already; DONE ends the conversation."));
        }
        farewell.say(conversation, Party.REQUESTER, farewell.handedBack(conversation));
        changeHands.from(
                assignment, EndReason.PASSED, Actor.peer(conversation.peer().id()));
        return Optional.empty();
    }
}
