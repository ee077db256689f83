package org.peerline.archive.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.archive.Reason;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;

/** What a peer can ask of us about their own data, done by staff on their behalf. */
@Path("/v1/peers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class PeerRightsResource {
    private static final String WHY = "Why: a code, so that no name gets into an address.";
    private static final String WORDS =
            "The words of conversations are for their two people. INCLUDE puts those that are"
                    + " still kept into the copy, for the person it is handed to, and says so in the record.";

    private final PersonDoor door;

    PeerRightsResource(PersonDoor door) {
        this.door = door;
    }

    @GET
    @Path("/{id}/export")
    @RolesAllowed(Roles.COORDINATOR)
    @Limited(Limit.EXPORTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "exportPeer",
            summary = "Everything held about a peer",
            description = "For a subject access request. Who took it, when and why is on record.")
    @APIResponse(
            responseCode = "200",
            description = "Everything held, part by part.",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Response export(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason,
            @Parameter(
                            description = WORDS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"LEAVE_OUT", "INCLUDE"},
                                            defaultValue = "LEAVE_OUT"))
                    @QueryParam("words")
                    String words) {
        return door.export(person(id), reason, words);
    }

    @GET
    @Path("/{id}/export/page")
    @RolesAllowed(Roles.COORDINATOR)
    @Produces(MediaType.TEXT_HTML)
    @Limited(Limit.EXPORTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "exportPeerPage",
            summary = "The same as a page to read or print",
            description = "One HTML file that fetches nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(type = SchemaType.STRING, maxLength = 50000000)))
    public Response page(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason,
            @Parameter(
                            description = WORDS,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"LEAVE_OUT", "INCLUDE"},
                                            defaultValue = "LEAVE_OUT"))
                    @QueryParam("words")
                    String words) {
        return door.page(person(id), reason, words);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    @Operation(
            operationId = "erasePeer",
            summary = "Erase a peer",
            description =
                    "Removes every value and key that tells who they are, takes back queued texts and destroys their data key, all or nothing. 409 `legal_hold`, `open_assignments`.")
    @APIResponse(
            responseCode = "200",
            description = "Erased; the receipt says how much.",
            content = @Content(schema = @Schema(implementation = ErasureReceipt.class)))
    public Response erase(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason) {
        return door.erase(person(id), reason);
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/{id}/seen")
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Transactional
    @Operation(
            operationId = "whoHasSeenPeer",
            summary = "Who has seen or changed their details, in plain words",
            description = "For the person to read; asking is on record too.")
    @APIResponse(responseCode = "200", description = "One sentence for each time.")
    public SeenList seen(UUID id) {
        return door.seen(person(id));
    }

    @PUT
    @Path("/{id}/legal-hold")
    @RolesAllowed({Roles.ADMIN, Roles.SAFEGUARDING})
    @Transactional
    @Operation(
            operationId = "holdPeer",
            summary = "Let nothing about them be removed for now",
            description = "Neither by retention nor by erasure, until the hold is lifted.")
    @APIResponse(responseCode = "204", description = "The hold stands.")
    public void hold(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason) {
        door.hold(person(id), reason);
    }

    @DELETE
    @Path("/{id}/legal-hold")
    @RolesAllowed({Roles.ADMIN, Roles.SAFEGUARDING})
    @Transactional
    @Operation(operationId = "liftPeerHold", summary = "End the hold")
    @APIResponse(responseCode = "204", description = "No hold stands.")
    public void lift(UUID id) {
        door.lift(person(id));
    }

    private static Subject person(UUID id) {
        return Subject.of(Subject.Kind.PEER, id);
    }
}
