package org.peerline.archive.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.archive.erasure.rest.ErasureReceipt;
import org.peerline.archive.rest.entries.OtherEntryList;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;

/** What a peer can ask of us about their own data, done by staff on their behalf. */
@Path("/v1/peers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class PeerRightsResource {
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
            description =
                    "For a subject access request. Who took it, when and why is on record. 409 `other_entries`: it must be"
                            + " said first which other entries are the same person.")
    @APIResponse(
            responseCode = "200",
            description = "Everything held, part by part.",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Response export(UUID id, @BeanParam CopyParameters copy) {
        return door.export(person(id), copy);
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
    public Response page(UUID id, @BeanParam CopyParameters copy) {
        return door.page(person(id), copy);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    @Operation(
            operationId = "erasePeer",
            summary = "Erase a peer",
            description =
                    "Removes every value and key that tells who they are, takes back queued texts and destroys their data key, all or nothing. 409 `legal_hold`, `other_entries`, `open_assignments`.")
    @APIResponse(
            responseCode = "200",
            description = "Erased; the receipt says how much.",
            content = @Content(schema = @Schema(implementation = ErasureReceipt.class)))
    public Response erase(UUID id, @BeanParam PersonParameters asked) {
        return door.erase(person(id), asked);
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/{id}/other-entries")
    @RolesAllowed({Roles.COORDINATOR, Roles.ADMIN, Roles.SAFEGUARDING})
    @Transactional
    @Operation(
            operationId = "listOtherEntriesOfPeer",
            summary = "List entries that may be the same person's",
            description = "Those with the same GMC number or mobile number. Asking is on record.")
    @APIResponse(responseCode = "200", description = "The entries; none when there is only this one.")
    public OtherEntryList otherEntries(UUID id) {
        return door.otherEntries(person(id));
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
            description = "Neither by retention nor by erasure, until the hold is lifted. 409 `other_entries`.")
    @APIResponse(responseCode = "204", description = "The hold stands.")
    public void hold(UUID id, @BeanParam PersonParameters asked) {
        door.hold(person(id), asked);
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
