package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversations;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.requests.Outcome;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;

/**
 * Ends what is open of a requester who is about to be erased. The peer is told with a text that is sealed with the
 * peer's own key: whatever is sealed with the requester's can never be sent.
 */
@ApplicationScoped
public class LeaveForGood {
    private final Requests requests;
    private final Assignments assignments;
    private final Conversations conversations;
    private final CloseRequest closeRequest;
    private final Farewell farewell;
    private final Outbox outbox;

    LeaveForGood(
            Requests requests,
            Assignments assignments,
            Conversations conversations,
            CloseRequest closeRequest,
            Farewell farewell,
            Outbox outbox) {
        this.requests = requests;
        this.assignments = assignments;
        this.conversations = conversations;
        this.closeRequest = closeRequest;
        this.farewell = farewell;
        this.outbox = outbox;
    }

    /** In the caller's transaction; returns how many requests were open. */
    public int leave(UUID requester, Actor actor) {
        List<SupportRequest> open = requests.list("requesterId = ?1 and status <> ?2", requester, RequestStatus.CLOSED);
        for (SupportRequest request : open) {
            var assignment = assignments.openOf(request.id()).map(Assignment::id);
            closeRequest.close(request, Outcome.WITHDRAWN, actor);
            assignment
                    .map(conversations::of)
                    .ifPresent(conversation -> outbox.say(OwedText.ours(
                            TextKind.NOTICE,
                            conversation.assignment().relayNumber(),
                            conversation.recipient(Party.PEER),
                            conversation.peer().id(),
                            farewell.requestClosed(conversation),
                            conversation.concerns())));
        }
        return open.size();
    }
}
