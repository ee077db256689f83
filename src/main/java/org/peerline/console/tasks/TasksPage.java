package org.peerline.console.tasks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.console.lists.Sheet;
import org.peerline.console.steps.UsualSteps;
import org.peerline.limits.Limit;

/** What a coordinator has to look at, oldest first. */
@Path("/console/tasks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class TasksPage {
    private static final String PATH = "/console/tasks";

    private final OpenTasks tasks;
    private final UsualSteps steps;
    private final ByReference byReference;
    private final RowsShown rowsShown;
    private final Pages pages;

    TasksPage(OpenTasks tasks, UsualSteps steps, ByReference byReference, RowsShown rowsShown, Pages pages) {
        this.tasks = tasks;
        this.steps = steps;
        this.byReference = byReference;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskList(Shell w, Only only, Sheet<OpenTasks.Row> sheet, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskRows(Shell w, Only only, Sheet<OpenTasks.Row> sheet, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@QueryParam("reference") String reference, @QueryParam("cursor") String cursor) {
        Shell w = pages.shell();
        Only only = byReference.only(PATH, reference);
        Sheet<OpenTasks.Row> sheet = tasks.sheet(only, cursor, w);
        tasks.noteSeen(sheet);
        return new TaskList(w, only, sheet, tasks.mark(sheet)).render();
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
        Sheet<OpenTasks.Row> sheet = tasks.sheet(only, cursor, w);
        String mark = tasks.mark(sheet);
        return Live.answer(
                seen,
                mark,
                () -> {
                    rowsShown.countAnew(only, cursor);
                    tasks.noteSeen(sheet);
                },
                () -> new TaskRows(w, only, sheet, mark));
    }

    @POST
    @Path("/{id}/done")
    @Transactional
    public Response done(@PathParam("id") UUID id) {
        steps.taskDone(id);
        return Go.to(PATH + "?done=task-done");
    }
}
