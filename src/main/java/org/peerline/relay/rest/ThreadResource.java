package org.peerline.relay.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.CleanText;
import org.peerline.relay.RelayOutcome;
import org.peerline.relay.RelayText;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;

/** The thread of a conversation, for its peer: the words of both sides. */
@Path("/v1/assignments/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PEER)
@Tag(name = "Assignments")
public class ThreadResource {
    private final Assignments assignments;
    private final Conversations conversations;
    private final RelayText relayText;
    private final Messages messages;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final CurrentActor current;
    private final Audit audit;

    ThreadResource(
            Assignments assignments,
            Conversations conversations,
            RelayText relayText,
            Messages messages,
            OptOuts optOuts,
            BlindIndex blindIndex,
            CurrentActor current,
            Audit audit) {
        this.assignments = assignments;
        this.conversations = conversations;
        this.relayText = relayText;
        this.messages = messages;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listMessages",
            summary = "Read the thread, oldest first",
            description = "A text that was too long for one is listed in its parts.")
    @APIResponse(responseCode = "200", description = "One page of the thread.")
    public Page<ThreadMessage> list(UUID id, @BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        Assignment assignment = find(id);
        List<MessageView> rows = messages.thread(assignment.id(), asked.after().map(Cursor::id), asked.rowsToRead());
        audit.record(current.actor(), "THREAD_READ", Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()), null);
        return Page.of(rows, asked, (MessageView message) -> Cursor.of(message.id()), ThreadMessage::of);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "sendMessage",
            summary = "Write to the requester",
            description = "Relayed as a text from the relay number. 409 assignment_ended, requester_moves_first,"
                    + " other_side_opted_out.")
    @APIResponseSchema(value = ThreadMessage.class, responseCode = "201", responseDescription = "The text is owed.")
    public Response send(UUID id, NewMessage sent) {
        Assignment assignment = find(id);
        if (!assignment.isOpen()) {
            throw conflict("assignment_ended", "This assignment has ended.");
        }
        if (assignment.firstTextAt().isEmpty()) {
            throw conflict("requester_moves_first", "The requester has not texted yet; they move first.");
        }
        String body = CleanText.of(sent.body());
        if (body.isBlank()) {
            throw BadInput.of("body", "Must not be empty.");
        }
        Conversation conversation = conversations.of(assignment.id());
        if (optOuts.isOptedOut(blindIndex.of(conversation.requesterNumber()))) {
            throw conflict("other_side_opted_out", "They cannot receive texts at present.");
        }
        RelayOutcome outcome = relayText.relay(conversation, Party.PEER, body);
        if (outcome == RelayOutcome.ENDED) {
            throw conflict("assignment_ended", "This assignment has ended.");
        }
        if (outcome == RelayOutcome.TOO_MANY) {
            throw TryLater.limitReached(Duration.ofHours(1));
        }
        MessageView owed = messages.lastBy(Party.PEER, assignment.id()).orElseThrow();
        audit.record(current.actor(), "MESSAGE_WRITTEN", Subject.of(Subject.Kind.MESSAGE, owed.id()), null);
        return Response.status(Response.Status.CREATED)
                .entity(new ThreadMessage(
                        owed.id(),
                        Party.PEER,
                        body,
                        owed.status(),
                        owed.errorCode().orElse(null),
                        owed.createdAt()))
                .build();
    }

    private Assignment find(UUID id) {
        return assignments
                .ofPeer(id, current.caller().peerId().orElseThrow(NotFound::new))
                .orElseThrow(NotFound::new);
    }

    private static Conflict conflict(String code, String detail) {
        return new Conflict(new Refusal(code, detail));
    }
}
