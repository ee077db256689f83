package org.peerline.assignments.numbers.rest;

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
import org.peerline.assignments.numbers.NumberPool;
import org.peerline.limits.Limit;
import org.peerline.sms.OurNumbers;

/** Whether there are enough relay numbers. */
@Path("/v1/numbers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "Numbers", description = "Our own numbers, and how much of them is in use.")
public class NumbersResource {
    private final NumberPool pool;
    private final OurNumbers ourNumbers;

    NumbersResource(NumberPool pool, OurNumbers ourNumbers) {
        this.pool = pool;
        this.ourNumbers = ourNumbers;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(operationId = "getNumbers", summary = "See how much of our numbers is in use")
    @APIResponse(responseCode = "200", description = "Service number, relay numbers and head-room.")
    public NumbersView read() {
        int busiest = pool.takenByTheBusiest();
        return new NumbersView(
                ourNumbers.serviceNumber().e164(),
                pool.numbers().stream().map(NumbersView.RelayNumber::of).toList(),
                pool.size(),
                busiest,
                pool.size() - busiest,
                pool.waiting());
    }
}
