package org.peerline.intake.rest.waiting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.limits.Limit;
import org.peerline.requests.waiting.WaitingCounts;

/** Who is missing on the roster. */
@Path("/v1/requests/waiting-summary")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "Requests")
public class WaitingSummaryResource {
    private final WaitingCounts counts;

    WaitingSummaryResource(WaitingCounts counts) {
        this.counts = counts;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "summariseWaiting",
            summary = "Count who waits, and for want of whom",
            description = "Numbers only: where the roster has gaps.")
    @APIResponse(responseCode = "200", description = "The numbers at this moment.")
    public WaitingSummary summary() {
        return WaitingSummary.of(counts.byRule(), counts.byMust());
    }
}
