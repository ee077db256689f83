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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Subject;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskStatus;
import org.peerline.tasks.Tasks;

/** What a coordinator has to look at, oldest first. */
@Path("/console/tasks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class TasksPage {
    private final Tasks tasks;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    TasksPage(Tasks tasks, CurrentActor current, Audit audit, Pages pages) {
        this.tasks = tasks;
        this.audit = audit;
        this.current = current;
        this.pages = pages;
    }

    /** A task as the page says it. */
    public record Row(UUID id, String what, String reference, String since, String age, int times) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskList(Shell w, List<Row> rows, String cursor, Optional<String> next, String mark)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskRows(Shell w, List<Row> rows, String cursor, Optional<String> next, String mark)
            implements TemplateInstance {}

    private record Shown(List<Row> rows, Optional<String> next) {}

    @GET
    @Transactional
    public String list(@QueryParam("cursor") String cursor) {
        Shell w = pages.shell();
        Shown shown = shown(w, cursor);
        noteSeen(shown);
        return new TaskList(w, shown.rows(), orNone(cursor), shown.next(), Live.mark(shown)).render();
    }

    @GET
    @Path("/rows")
    @Transactional
    public Response rows(@QueryParam("cursor") String cursor, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Shown shown = shown(w, cursor);
        String mark = Live.mark(shown);
        return Live.answer(seen, mark, () -> {
            noteSeen(shown);
            return new TaskRows(w, shown.rows(), orNone(cursor), shown.next(), mark);
        });
    }

    @POST
    @Path("/{id}/done")
    @Transactional
    public Response done(@PathParam("id") UUID id) {
        tasks.done(id, current.actor()).orElseThrow(NotFound::new);
        return Go.to("/console/tasks?done=task-done");
    }

    private void noteSeen(Shown shown) {
        audit.recordReads(
                current.actor(),
                "TASK_READ",
                Subject.Kind.TASK,
                shown.rows().stream().map(Row::id).toList());
    }

    private Shown shown(Shell w, String cursor) {
        PageRequest asked = PageRequest.of(null, cursor == null || cursor.isEmpty() ? null : cursor);
        List<Task> found =
                tasks.list(TaskStatus.OPEN, Optional.empty(), asked.after().map(Cursor::id), asked.rowsToRead());
        boolean more = found.size() > asked.limit();
        List<Task> page = more ? found.subList(0, asked.limit()) : found;
        return new Shown(
                page.stream().map(task -> row(task, w)).toList(),
                more ? Optional.of(Cursor.of(page.get(page.size() - 1).id()).encoded()) : Optional.empty());
    }

    private static Row row(Task task, Shell w) {
        return new Row(
                task.id(),
                w.task(task.kind()),
                task.reference().orElse(""),
                w.when(task.raisedAt()),
                w.age(task.raisedAt()),
                task.times());
    }

    private static String orNone(String cursor) {
        return cursor == null ? "" : cursor;
    }
}
