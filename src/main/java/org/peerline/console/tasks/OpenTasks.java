package org.peerline.console.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.console.Live;
import org.peerline.console.Shell;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.console.lists.Sheet;
import org.peerline.core.Subject;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.TaskStatus;
import org.peerline.tasks.Tasks;

/** What a coordinator has to look at, as pages say it. */
@ApplicationScoped
public class OpenTasks {
    private static final int MOST_OF_ONE_REQUEST = 50;

    private final Tasks tasks;
    private final RowsShown rowsShown;

    OpenTasks(Tasks tasks, RowsShown rowsShown) {
        this.tasks = tasks;
        this.rowsShown = rowsShown;
    }

    /**
     * A task as the page says it.
     *
     * @param askingPeer whoever waits to be rung by the safeguarding lead; empty where nobody does
     */
    public record Row(UUID id, String what, String reference, String since, String age, int times, String askingPeer) {}

    /** Oldest first. */
    public List<Row> of(UUID request, Shell w) {
        return tasks
                .list(TaskStatus.OPEN, Optional.empty(), Optional.of(request), Optional.empty(), MOST_OF_ONE_REQUEST)
                .stream()
                .map(task -> row(task, w))
                .toList();
    }

    /** The safety flags alone. */
    public Sheet<Row> safety(Only only, String cursor, Shell w) {
        return sheet(Optional.of(TaskKind.SAFETY), only, cursor, w);
    }

    /** What tells whether the list is still as it was shown. */
    public String mark(Sheet<Row> sheet) {
        return Live.mark(sheet.map(row -> row.id() + " " + row.times()), sheet);
    }

    /** Puts on record that these were shown. */
    public void noteSeen(Sheet<Row> sheet) {
        rowsShown.note(
                "TASK_READ",
                Subject.Kind.TASK,
                sheet.rows().stream().map(Row::id).toList());
    }

    Sheet<Row> sheet(Only only, String cursor, Shell w) {
        return sheet(Optional.empty(), only, cursor, w);
    }

    private Sheet<Row> sheet(Optional<Set<TaskKind>> kinds, Only only, String cursor, Shell w) {
        if (only.unknown()) {
            return Sheet.whole(List.of());
        }
        PageRequest asked = Sheet.asked(cursor);
        List<Task> found =
                tasks.list(TaskStatus.OPEN, kinds, only.request(), asked.after().map(Cursor::id), asked.rowsToRead());
        return Sheet.of(found, cursor, asked, Task::id).map(task -> row(task, w));
    }

    private static Row row(Task task, Shell w) {
        return new Row(
                task.id(),
                w.task(task.kind()),
                task.reference().orElse(""),
                w.when(task.raisedAt()),
                w.age(task.raisedAt()),
                task.times(),
                TaskKind.FOR_THE_LEAD.contains(task.kind())
                        ? task.subject().id().toString()
                        : "");
    }
}
