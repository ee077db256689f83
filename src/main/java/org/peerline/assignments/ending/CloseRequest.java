package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.UnassignedText;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.Outcome;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/** Closes a request, ends its assignment, and tells both sides with thanks. Runs in the caller's transaction. */
@ApplicationScoped
public class CloseRequest {
    private final Requests requests;
    private final Assignments assignments;
    private final Conversations conversations;
    private final EndAssignment endAssignment;
    private final Farewell farewell;
    private final UnassignedText unassignedText;
    private final Audit audit;
    private final TimeSource time;

    CloseRequest(
            Requests requests,
            Assignments assignments,
            Conversations conversations,
            EndAssignment endAssignment,
            Farewell farewell,
            UnassignedText unassignedText,
            Audit audit,
            TimeSource time) {
        this.requests = requests;
        this.assignments = assignments;
        this.conversations = conversations;
        this.endAssignment = endAssignment;
        this.farewell = farewell;
        this.unassignedText = unassignedText;
        this.audit = audit;
        this.time = time;
    }

    /** Empty when it was done. */
    public Optional<Refusal> close(SupportRequest seen, Outcome outcome, Actor actor) {
        SupportRequest request = requests.locked(seen.id());
        if (request.status() == RequestStatus.CLOSED) {
            return Optional.of(new Refusal("request_closed", "The request has been closed already."));
        }
        if (request.status() == RequestStatus.WAITING) {
            unassignedText.closed(request);
        }
        assignments.openOf(request.id()).ifPresent(assignment -> {
            Conversation conversation = conversations.of(assignment.id());
            boolean unknown = farewell.isUnknownToTheRequester(conversation);
            endAssignment.end(assignments.locked(assignment.id()), EndReason.CLOSED, actor);
            if (unknown) {
                unassignedText.closed(request);
            } else {
                farewell.say(
                        conversation,
                        Party.REQUESTER,
                        outcome == Outcome.NO_FIRST_TEXT
                                ? farewell.noFirstText(conversation)
                                : farewell.closed(conversation));
            }
            farewell.say(conversation, Party.PEER, farewell.requestClosed(conversation));
        });
        request.close(outcome, time.now());
        requests.flush();
        audit.record(actor, "REQUEST_CLOSED", Subject.of(Subject.Kind.REQUEST, request.id()), outcome.name());
        return Optional.empty();
    }
}
