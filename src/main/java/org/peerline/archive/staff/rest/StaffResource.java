package org.peerline.archive.staff.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.NotFound;
import org.peerline.archive.Reason;
import org.peerline.archive.rest.AskedReason;
import org.peerline.archive.staff.StaffAccount;
import org.peerline.archive.staff.StaffRecords;
import org.peerline.limits.Limit;

/** Staff who come by the organisation's own sign-in, and what they can ask of us about their own data. */
@Path("/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy")
public class StaffResource {
    private static final String WHY = "Why: a code, so that no name gets into an address.";

    private final StaffRecords records;
    private final CurrentActor current;

    StaffResource(StaffRecords records, CurrentActor current) {
        this.records = records;
        this.current = current;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "listStaff",
            summary = "List who is meant by the ids of staff in the audit",
            description = "Those who came by the organisation's own sign-in. Whose account was shown is on record.")
    @APIResponse(responseCode = "200", description = "One page of accounts.")
    public Page<StaffView> list(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        List<StaffAccount> rows = records.page(asked.after().map(Cursor::id), asked.rowsToRead(), current.actor());
        return Page.of(rows, asked, (StaffAccount row) -> Cursor.of(row.id()), StaffView::of);
    }

    @GET
    @Path("/{id}/export")
    @Limited(Limit.EXPORTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "exportStaff",
            summary = "Everything held about a member of staff",
            description = "Their account, and what they did. Who took it, when and why is on record.")
    @APIResponseSchema(value = StaffDossier.class, responseCode = "200", responseDescription = "Everything held.")
    public Response export(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason) {
        var account =
                records.export(id, AskedReason.read(reason), current.actor()).orElseThrow(NotFound::new);
        return Response.ok(StaffDossier.of(account, records.doneBy(id))).build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "eraseStaff",
            summary = "Erase the account of a member of staff",
            description = "What they did stays on record under an id that leads nowhere, until they sign in again.")
    @APIResponse(responseCode = "204", description = "Erased.")
    public void erase(
            UUID id,
            @Parameter(description = WHY, required = true, schema = @Schema(implementation = Reason.class))
                    @QueryParam("reason")
                    String reason) {
        if (!records.erase(id, AskedReason.read(reason), current.actor())) {
            throw new NotFound();
        }
    }
}
