package org.peerline.console.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.RowsShown;
import org.peerline.limits.Limit;

/** Where an auditor begins: who did and who saw what, newest first. Looking at it is on record as well. */
@Path("/console/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AUDITOR)
public class AuditPage {
    private final AuditEntries entries;
    private final RowsShown rowsShown;
    private final Pages pages;

    AuditPage(AuditEntries entries, RowsShown rowsShown, Pages pages) {
        this.entries = entries;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditList(Shell w, AuditEntries.Shown shown) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditRows(Shell w, AuditEntries.Shown shown) implements TemplateInstance {}

    /** @param about the reference of a request, or the id of whoever or whatever the entries are about; null for all */
    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@QueryParam("reference") String about, @QueryParam("cursor") String cursor) {
        Shell w = pages.shell();
        AuditEntries.Shown shown = entries.shown(about, cursor, w);
        entries.noteSeen(shown);
        return new AuditList(w, shown).render();
    }

    /** The part that keeps itself up to date. */
    @GET
    @Path("/rows")
    @Transactional
    public Response rows(
            @QueryParam("reference") String about,
            @QueryParam("cursor") String cursor,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        AuditEntries.Shown shown = entries.shown(about, cursor, w);
        return Live.answer(
                seen,
                shown.mark(),
                () -> {
                    rowsShown.countAnew(shown.only(), cursor);
                    entries.noteSeen(shown);
                },
                () -> new AuditRows(w, shown));
    }
}
