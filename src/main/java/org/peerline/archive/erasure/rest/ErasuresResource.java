package org.peerline.archive.erasure.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.archive.erasure.Erasure;
import org.peerline.archive.erasure.Erasures;
import org.peerline.limits.Limit;

/** The receipts of erasures: keep them elsewhere, to erase again after a back-up was restored. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class ErasuresResource {
    private final Erasures erasures;

    ErasuresResource(Erasures erasures) {
        this.erasures = erasures;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Transactional
    @Operation(
            operationId = "listErasures",
            summary = "List the receipts of erasures, oldest first",
            description = "Ids, counts and the wrapping keys that have to go; nothing about anybody. Whoever restores a"
                    + " back-up erases again whom the later ones name.")
    @APIResponse(responseCode = "200", description = "One page of receipts.")
    public Page<ErasureReceipt> list(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        List<Erasure> rows = erasures.page(asked.after().map(Cursor::id), asked.rowsToRead());
        return Page.of(rows, asked, (Erasure row) -> Cursor.of(row.id()), ErasureReceipt::of);
    }
}
