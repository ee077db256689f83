package org.peerline.archive.retention.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.peerline.api.problem.Conflict;
import org.peerline.archive.retention.RetentionReceipt;
import org.peerline.archive.retention.RetentionReceipts;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.limits.Limit;

/** Sweeps of what has been kept long enough, with their receipts. */
@Path("/v1/retention-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class RetentionResource {
    private final SweepRetention sweep;
    private final RetentionReceipts receipts;
    private final CurrentActor current;

    RetentionResource(SweepRetention sweep, RetentionReceipts receipts, CurrentActor current) {
        this.current = current;
        this.sweep = sweep;
        this.receipts = receipts;
    }

    @POST
    @Limited(Limit.FILES_PER_KEY)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "sweepRetention",
            summary = "Remove what has been kept long enough, or only count it",
            description =
                    "Safe to repeat: what is done no longer counts as due. Who asked is on record. 409 clock_not_trusted: this machine's clock"
                            + " and the database's are more than an hour apart.")
    @APIResponseSchema(value = RetentionRunView.class, responseCode = "201", responseDescription = "Done; the receipt.")
    public Response run(NewRetentionRun asked) {
        sweep.refusal().ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        RetentionReceipt receipt = sweep.run(asked.dryRun(), current.actor());
        return Response.created(URI.create("/v1/retention-runs"))
                .entity(RetentionRunView.of(receipt))
                .build();
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(operationId = "listRetentionRuns", summary = "List the receipts of sweeps, newest first")
    @APIResponse(responseCode = "200", description = "One page of receipts.")
    public Page<RetentionRunView> list(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        List<RetentionReceipt> rows = receipts.page(asked.after().map(Cursor::id), asked.rowsToRead());
        return Page.of(rows, asked, (RetentionReceipt row) -> Cursor.of(row.id()), RetentionRunView::of);
    }
}
