package org.peerline.calls.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.assignments.Assignments;
import org.peerline.calls.Calls;
import org.peerline.calls.ProposeCall;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.limits.Limit;

/** Suggesting a call in an assignment. */
@Path("/v1/assignments/{id}/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class ProposalsResource {
    private final ProposeCall proposeCall;
    private final Assignments assignments;
    private final CallDoor door;

    ProposalsResource(ProposeCall proposeCall, Assignments assignments, CallDoor door) {
        this.proposeCall = proposeCall;
        this.assignments = assignments;
        this.door = door;
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.PEER, Roles.COORDINATOR})
    @Operation(
            operationId = "proposeCall",
            summary = "Suggest a time for a call",
            description =
                    "The other side is texted and says OK or NO. While another proposal is open, this one takes its"
                            + " place: the other side's is so countered, one's own taken back. Where the other side has"
                            + " suggested this very time, the call is agreed: then the answer is 200. Up to three times may"
                            + " be offered, of which the other side chooses one. 400 for a time that has come already or is"
                            + " more than 60 days ahead. 409 assignment_ended, already_proposed, already_agreed,"
                            + " overlapping_call, requester_moves_first.")
    @APIResponse(
            responseCode = "201",
            description = "The time is suggested.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CallView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The other side wanted this very time: the call is agreed.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CallView.class)))
    public Response propose(UUID id, NewProposal asked) {
        UUID peer = assignments.peerOf(id).orElseThrow(NotFound::new);
        door.requireOwn(peer);
        var speaker = door.speaker(asked.onBehalfOf());
        if (speaker.party() == Party.PEER
                && assignments.findById(id).firstTextAt().isEmpty()) {
            throw new Conflict(
                    new Refusal("requester_moves_first", "The requester has not texted yet; they move first."));
        }
        return door.answer(proposeCall.propose(id, speaker, door.offer(asked, speaker, new Calls.Place(id, peer))));
    }
}
