package org.peerline.access.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.ApiKey;
import org.peerline.access.ApiKeys;
import org.peerline.access.Role;
import org.peerline.access.Roles;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.Violation;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;

/** API keys. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Access")
public class ApiKeysResource {
    private final ApiKeys keys;
    private final TimeSource time;

    ApiKeysResource(ApiKeys keys, TimeSource time) {
        this.keys = keys;
        this.time = time;
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "The key is in this answer and nowhere else afterwards, a repeat included.")
    @APIResponseSchema(value = IssuedApiKey.class, responseCode = "201", responseDescription = "The key was made.")
    public Response create(NewApiKey asked) {
        check(asked);
        var issued = keys.issue(asked.name(), EnumSet.copyOf(asked.roles()), Optional.ofNullable(asked.expiresAt()));
        return Response.created(URI.create("/v1/api-keys/" + issued.key().id()))
                .entity(IssuedApiKey.of(issued))
                .build();
    }

    private void check(NewApiKey asked) {
        var faults = new ArrayList<Violation>();
        if (asked.roles().contains(Role.PEER)) {
            faults.add(
                    new Violation("roles", "PEER cannot be given to a key: a peer signs in and acts as themselves."));
        }
        if (asked.expiresAt() != null && !asked.expiresAt().isAfter(time.now())) {
            faults.add(new Violation("expiresAt", "Must be in the future."));
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Operation(operationId = "listApiKeys", summary = "List the API keys, oldest first")
    @APIResponse(responseCode = "200", description = "One page of keys, revoked and expired ones included.")
    public Page<ApiKeyView> list(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        var rows = keys.list(asked.after().map(Cursor::id), asked.rowsToRead());
        return Page.of(rows, asked, (ApiKey key) -> Cursor.of(key.id()), ApiKeyView::of);
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "Read an API key")
    @APIResponse(responseCode = "200", description = "The key's record.")
    public ApiKeyView read(UUID id) {
        return keys.find(id).map(ApiKeyView::of).orElseThrow(NotFound::new);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "It is refused from the next request on. Its record stays.")
    @APIResponse(responseCode = "204", description = "The key is revoked.")
    public void revoke(UUID id) {
        if (!keys.revoke(id)) {
            throw new NotFound();
        }
    }
}
