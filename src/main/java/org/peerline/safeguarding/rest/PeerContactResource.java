package org.peerline.safeguarding.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.NotFound;
import org.peerline.limits.Limit;
import org.peerline.safeguarding.AskingPeers;

/** Lets the safeguarding lead ring a peer who asked for them; whoever looks is on record. */
@Path("/v1/peers")
@RolesAllowed(Roles.SAFEGUARDING)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peers")
public class PeerContactResource {
    private final AskingPeers askingPeers;
    private final CurrentActor current;

    PeerContactResource(AskingPeers askingPeers, CurrentActor current) {
        this.askingPeers = askingPeers;
        this.current = current;
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/contact")
    @Transactional
    @Operation(
            operationId = "getPeerContact",
            summary = "Read how to ring a peer who asked for the safeguarding lead",
            description =
                    "While a task SAFEGUARDING_WANTED or SAFEGUARDING_NOT_REACHED is open for the peer; 404 for any"
                            + " other.")
    @APIResponse(responseCode = "200", description = "Who they are, and their number.")
    public PeerContactView read(UUID id) {
        return askingPeers.contact(id, current.actor()).map(PeerContactView::of).orElseThrow(NotFound::new);
    }
}
