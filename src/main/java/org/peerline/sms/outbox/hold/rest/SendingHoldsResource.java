package org.peerline.sms.outbox.hold.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Page;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.sms.outbox.hold.SendingHolds;

/** Which of our numbers, or whether the provider at all, cannot send now; and the word that it is mended. */
@Path("/v1/sending-holds")
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Texts")
public class SendingHoldsResource {
    private final SendingHolds holds;
    private final CurrentActor current;
    private final Audit audit;

    SendingHoldsResource(SendingHolds holds, CurrentActor current, Audit audit) {
        this.holds = holds;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listSendingHolds",
            summary = "List what cannot send now, oldest first",
            description = "Its texts wait. It is tried by itself, with one text at a time. There are at most as many as"
                    + " there are numbers of ours, so this is one page.")
    @APIResponse(responseCode = "200", description = "Everything that is held back.")
    public Page<SendingHoldView> list() {
        List<SendingHoldView> items =
                holds.list().stream().map(SendingHoldView::of).toList();
        return new Page<>(items, null);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/release")
    @Transactional
    @Operation(
            operationId = "releaseSendingHold",
            summary = "Say that the cause is mended, and send what waits",
            description = "When it is not mended, the first text that is refused holds the sender back again.")
    @APIResponse(responseCode = "204", description = "Nothing is held back there any more.")
    public void release(UUID id) {
        if (!holds.release(id)) {
            throw new NotFound();
        }
        audit.record(current.actor(), "SENDING_RELEASED", Subject.of(Subject.Kind.SENDING_HOLD, id), null);
    }
}
