package org.peerline.console.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.audit.Audit;
import org.peerline.console.Live;
import org.peerline.console.Shell;
import org.peerline.console.tasks.OpenTasks;
import org.peerline.core.Subject;
import org.peerline.intake.rest.RequestView;
import org.peerline.intake.rest.RequestViews;
import org.peerline.requests.SupportRequest;

/** Where a request stands at this moment: what its page shows, and what it keeps up to date. */
@ApplicationScoped
public class WhereItStands {
    private final RequestViews views;
    private final Timeline timeline;
    private final OpenTasks openTasks;
    private final CurrentActor current;
    private final Audit audit;

    WhereItStands(RequestViews views, Timeline timeline, OpenTasks openTasks, CurrentActor current, Audit audit) {
        this.views = views;
        this.timeline = timeline;
        this.openTasks = openTasks;
        this.current = current;
        this.audit = audit;
    }

    /**
     * @param mark of what keeps itself up to date
     * @param since a name for the forms that the page was opened with; they stay as they are, because somebody may be
     *     filling them in
     * @param stale whether other steps can be taken by now
     */
    public record Now(
            RequestView request,
            List<OpenTasks.Row> tasks,
            Timeline.Shown shown,
            String mark,
            String since,
            boolean stale) {}

    /** As the page is opened. */
    Now of(SupportRequest request, Shell w) {
        return since(null, request, w);
    }

    /** @param opened what the page was opened with; null when it is being opened */
    Now since(String opened, SupportRequest request, Shell w) {
        RequestView view = views.one(request, current.caller());
        List<OpenTasks.Row> tasks = w.may(Roles.COORDINATOR) ? openTasks.of(request.id(), w) : List.of();
        Timeline.Shown shown = timeline.of(request.id(), w);
        String steps = steps(view);
        return new Now(
                view,
                tasks,
                shown,
                mark(view, tasks, shown, w),
                opened == null ? steps : opened,
                opened != null && !opened.equals(steps));
    }

    /** Reads by whoever looks; runs in the page's transaction. */
    void noteRead(Now now) {
        note(
                "TASK_READ",
                Subject.Kind.TASK,
                now.tasks().stream().map(OpenTasks.Row::id).toList());
        note(
                "CALL_READ",
                Subject.Kind.CALL,
                now.shown().calls().stream().map(Timeline.CallRow::id).toList());
    }

    /** The same by a part of the page, which may be asked for without the page. */
    void noteNews(Now now) {
        note("REQUEST_READ", Subject.Kind.REQUEST, List.of(now.request().id()));
        noteRead(now);
    }

    private void note(String action, Subject.Kind kind, List<UUID> subjects) {
        audit.recordReads(current.actor(), action, kind, subjects);
    }

    /** Whoever has it or nobody, and whether it is open: on that depends what can be done with it. */
    private static String steps(RequestView view) {
        return Live.mark(Arrays.asList(
                view.assignment() == null ? null : view.assignment().id(), view.closedAt()));
    }

    private static String mark(RequestView view, List<OpenTasks.Row> tasks, Timeline.Shown shown, Shell w) {
        var content = Arrays.asList(
                view.status(),
                view.assignment(),
                view.waiting() == null ? null : view.waiting().reason(),
                view.closedAt(),
                tasks.stream().map(task -> task.id() + " " + task.times()).toList(),
                shown);
        return Live.mark(
                content,
                Arrays.asList(
                        content,
                        tasks,
                        view.waiting(),
                        view.assignment() == null
                                ? null
                                : w.age(view.assignment().assignedAt())));
    }
}
