package org.peerline.archive.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.NotFound;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;

/** What a signed-in peer can see of what is held about them, by themselves. */
@Path("/v1")
@RolesAllowed(Roles.PEER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class MyRightsResource {
    private final PersonDoor door;
    private final CurrentActor current;

    MyRightsResource(PersonDoor door, CurrentActor current) {
        this.door = door;
        this.current = current;
    }

    @GET
    @Path("/me/export")
    @Limited(Limit.EXPORTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "exportMe",
            summary = "Everything held about me",
            description = "With what I wrote myself and is still kept; what was written to me is the other person's.")
    @APIResponse(
            responseCode = "200",
            description = "Everything held, part by part.",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Response export() {
        return door.export(me());
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/me/seen")
    @Transactional
    @Operation(operationId = "whoHasSeenMe", summary = "Who has seen or changed my details, in plain words")
    @APIResponse(responseCode = "200", description = "One sentence for each time.")
    public SeenList seen() {
        return door.seen(me());
    }

    private Subject me() {
        return current.caller()
                .peerId()
                .map(id -> Subject.of(Subject.Kind.PEER, id))
                .orElseThrow(NotFound::new);
    }
}
