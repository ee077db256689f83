package org.peerline.api.http;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Goes wrong in each of the ways that are told apart. */
@Path("/v1/test-faults")
@PermitAll
public class FaultyDoor {
    @GET
    @Operation(hidden = true)
    public String fault() {
        throw new IllegalStateException("could not read Sam Okafor");
    }

    @GET
    @Path("/database")
    @Operation(hidden = true)
    public String database() {
        throw new IllegalStateException("wrapped", new SQLException("gone", "08006"));
    }

    @GET
    @Path("/overtaken")
    @Operation(hidden = true)
    public String overtaken() {
        throw new OptimisticLockException("row of Sam Okafor");
    }
}
