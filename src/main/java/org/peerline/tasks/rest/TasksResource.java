package org.peerline.tasks.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Role;
import org.peerline.access.Roles;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.TaskStatus;
import org.peerline.tasks.Tasks;

/** What a coordinator has to look at; the safeguarding lead sees the safety flags among it. */
@Path("/v1/tasks")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
public class TasksResource {
    private final Tasks tasks;
    private final CurrentActor current;
    private final Audit audit;

    TasksResource(Tasks tasks, CurrentActor current, Audit audit) {
        this.tasks = tasks;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @RolesAllowed({Roles.COORDINATOR, Roles.SAFEGUARDING})
    @Transactional
    @Operation(
            operationId = "listTasks",
            summary = "List what a coordinator has to look at, oldest first",
            description =
                    "Without a status: what is open. A safeguarding lead is shown CRISIS_PHRASE, SAFEGUARDING_WANTED,"
                            + " SAFEGUARDING_NOT_REACHED and HELP_ASKED, and nothing of other kinds.")
    @APIResponse(responseCode = "200", description = "One page of tasks.")
    public Page<TaskView> list(
            @Parameter(description = "Open or done ones.", schema = @Schema(implementation = TaskStatus.class))
                    @QueryParam("status")
                    String status,
            @Parameter(description = "Only tasks of this kind.", schema = @Schema(implementation = TaskKind.class))
                    @QueryParam("kind")
                    String kind,
            @BeanParam PageParameters page) {
        TaskStatus standing = StatusFilter.read(TaskStatus.class, status).orElse(TaskStatus.OPEN);
        var ofKind = StatusFilter.read("kind", TaskKind.class, kind);
        PageRequest asked = page.asked();
        List<Task> rows = tasks.list(
                standing, kinds(ofKind), Optional.empty(), asked.after().map(Cursor::id), asked.rowsToRead());
        Page<TaskView> shown = Page.of(rows, asked, (Task task) -> Cursor.of(task.id()), TaskView::of);
        audit.recordReads(
                current.actor(),
                "TASK_READ",
                Subject.Kind.TASK,
                shown.items().stream().map(TaskView::id).toList());
        return shown;
    }

    /** Those asked for, as far as the reader may see them; empty for all there are. */
    private Optional<Set<TaskKind>> kinds(Optional<TaskKind> asked) {
        if (current.caller().has(Role.COORDINATOR)) {
            return asked.map(Set::of);
        }
        return Optional.of(TaskKind.SAFETY.stream()
                .filter(kind -> asked.isEmpty() || asked.get() == kind)
                .collect(Collectors.toSet()));
    }

    @POST
    @Path("/{id}/done")
    @Transactional
    @Operation(
            operationId = "finishTask",
            summary = "Say that a task has been dealt with",
            description = "Saying so again changes nothing. The same thing noticed later is a new task. A text in doubt"
                    + " (TEXT_IN_DOUBT) has failed from then on, with the code given_up; an inbound text that was given up"
                    + " (TEXT_NOT_UNDERSTOOD) has been seen.")
    @APIResponse(responseCode = "200", description = "The task is done.")
    public TaskView done(UUID id) {
        return tasks.done(id, current.actor()).map(TaskView::of).orElseThrow(NotFound::new);
    }
}
