package org.peerline.sms.outbox.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.sms.outbox.doubt.SendAgain;

/** What coordinators see of the texts that we owe: what waits, what failed, what is in doubt. */
@Path("/v1/messages")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Texts")
public class MessagesResource {
    private final Messages messages;
    private final SendAgain sendAgain;
    private final CurrentActor current;
    private final Audit audit;

    MessagesResource(Messages messages, SendAgain sendAgain, CurrentActor current, Audit audit) {
        this.messages = messages;
        this.sendAgain = sendAgain;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listOwedMessages",
            summary = "List texts by status, oldest first, without their words",
            description = "Without a status: what is owed, failed or in doubt.")
    @APIResponse(responseCode = "200", description = "One page of texts.")
    public Page<OwedMessage> list(
            @Parameter(
                            description = "Only texts that stand here.",
                            schema = @Schema(implementation = MessageStatus.class))
                    @QueryParam("status")
                    String status,
            @BeanParam PageParameters page) {
        Optional<MessageStatus> standing = StatusFilter.read(MessageStatus.class, status);
        PageRequest asked = page.asked();
        List<MessageView> rows = messages.withStatus(standing, asked.after().map(Cursor::id), asked.rowsToRead());
        Page<OwedMessage> shown =
                Page.of(rows, asked, (MessageView message) -> Cursor.of(message.id()), OwedMessage::of);
        audit.recordReads(
                current.actor(),
                "MESSAGE_READ",
                Subject.Kind.MESSAGE,
                shown.items().stream().map(OwedMessage::id).toList());
        return shown;
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryMessage",
            summary = "Send a failed or doubtful text again",
            description =
                    "A person decides this. A text in doubt is looked up with the provider first; when it is not on"
                            + " the provider's records either, the answer says that it may arrive twice."
                            + " 409 message_had_gone_out: the provider has it after all, and nothing was sent."
                            + " 409 message_not_retryable: it is on its way, has arrived, its words are gone, it is a"
                            + " reminder or a code that would come too late, or it is between two people whose"
                            + " conversation has ended.")
    @APIResponse(responseCode = "200", description = "The text is owed again.")
    public OwedMessage retry(UUID id) {
        messages.byId(id).orElseThrow(NotFound::new);
        boolean perhapsTwice = switch (sendAgain.sendAgain(id, current.actor())) {
            case OWED -> false;
            case OWED_PERHAPS_TWICE -> true;
            case HAD_GONE_OUT ->
                throw new Conflict(new Refusal(
                        "message_had_gone_out",
                        "The provider's records show that it went out; nothing was sent again."));
            case NOT_POSSIBLE ->
                throw new Conflict(
                        new Refusal(
                                "message_not_retryable",
                                "Only a text that failed or is in doubt can be sent again, and one between two people only while they are together."));
        };
        return OwedMessage.of(messages.byId(id).orElseThrow(), perhapsTwice);
    }
}
