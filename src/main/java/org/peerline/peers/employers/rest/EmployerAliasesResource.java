package org.peerline.peers.employers.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.limits.Limit;
import org.peerline.peers.employers.EmployerAlias;
import org.peerline.peers.employers.EmployerAliases;

/** By which other names employers are known, so that a shared employer is found whatever it was called. */
@Path("/v1/employer-aliases")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peers")
public class EmployerAliasesResource {
    private final EmployerAliases aliases;
    private final CurrentActor current;

    EmployerAliasesResource(EmployerAliases aliases, CurrentActor current) {
        this.aliases = aliases;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "addEmployerAlias",
            summary = "Let two names stand for one employer",
            description = "Holds at once, for peers and requesters who are known already too. Case, punctuation and the"
                    + " endings of NHS trusts need no alias. 409 `same_employer`, `alias_known`.")
    @APIResponseSchema(
            value = EmployerAliasView.class,
            responseCode = "201",
            responseDescription = "The two are one employer from now on.")
    public Response add(NewEmployerAlias sent) {
        var outcome = aliases.add(sent.alias(), sent.employer(), current.actor());
        if (outcome instanceof EmployerAliases.Outcome.Refused refused) {
            throw new Conflict(refused.why());
        }
        EmployerAlias added = ((EmployerAliases.Outcome.Added) outcome).alias();
        return Response.created(URI.create("/v1/employer-aliases/" + added.id()))
                .entity(EmployerAliasView.of(added))
                .build();
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(operationId = "listEmployerAliases", summary = "List other names of employers")
    @APIResponse(responseCode = "200", description = "One page of names, in the order in which they were added.")
    public Page<EmployerAliasView> list(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        var rows = aliases.page(asked.after().map(Cursor::id), asked.rowsToRead());
        return Page.of(rows, asked, (EmployerAlias row) -> Cursor.of(row.id()), EmployerAliasView::of);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "removeEmployerAlias", summary = "Let two names stand for two employers again")
    @APIResponse(responseCode = "204", description = "They are two employers from now on.")
    public void remove(UUID id) {
        if (!aliases.remove(id, current.actor())) {
            throw new NotFound();
        }
    }
}
