package org.peerline.console.safety;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.NotFound;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.console.lists.Sheet;
import org.peerline.console.tasks.OpenTasks;
import org.peerline.limits.Limit;
import org.peerline.safeguarding.AskingPeers;

/** Where the safeguarding lead begins: the safety flags, and how to ring a peer who asked for them. */
@Path("/console/safety")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SAFEGUARDING)
public class SafetyPage {
    private static final String PATH = "/console/safety";

    private final OpenTasks tasks;
    private final ByReference byReference;
    private final AskingPeers askingPeers;
    private final RowsShown rowsShown;
    private final CurrentActor current;
    private final Pages pages;

    SafetyPage(
            OpenTasks tasks,
            ByReference byReference,
            AskingPeers askingPeers,
            RowsShown rowsShown,
            CurrentActor current,
            Pages pages) {
        this.tasks = tasks;
        this.byReference = byReference;
        this.askingPeers = askingPeers;
        this.rowsShown = rowsShown;
        this.current = current;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Safety(Shell w, Only only, Sheet<OpenTasks.Row> sheet, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SafetyRows(Shell w, Only only, Sheet<OpenTasks.Row> sheet, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SafetyPeer(Shell w, String displayName, String fullName, String mobileNumber) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@QueryParam("reference") String reference, @QueryParam("cursor") String cursor) {
        Shell w = pages.shell();
        Only only = byReference.only(PATH, reference);
        Sheet<OpenTasks.Row> sheet = tasks.safety(only, cursor, w);
        tasks.noteSeen(sheet);
        return new Safety(w, only, sheet, tasks.mark(sheet)).render();
    }

    @GET
    @Path("/rows")
    @Transactional
    public Response rows(
            @QueryParam("reference") String reference,
            @QueryParam("cursor") String cursor,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Only only = byReference.only(PATH, reference);
        Sheet<OpenTasks.Row> sheet = tasks.safety(only, cursor, w);
        String mark = tasks.mark(sheet);
        return Live.answer(
                seen,
                mark,
                () -> {
                    rowsShown.countAnew(only, cursor);
                    tasks.noteSeen(sheet);
                },
                () -> new SafetyRows(w, only, sheet, mark));
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/peers/{id}")
    @Transactional
    public String peer(@PathParam("id") UUID id) {
        var contact = askingPeers.contact(id, current.actor()).orElseThrow(NotFound::new);
        return new SafetyPeer(
                        pages.shell(),
                        contact.displayName(),
                        contact.fullName(),
                        contact.mobileNumber().e164())
                .render();
    }
}
