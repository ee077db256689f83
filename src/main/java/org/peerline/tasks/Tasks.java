package org.peerline.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/**
 * What coordinators have to look at. Raised by the rooms in the transaction of what happened, so that neither is kept
 * without the other; settled by a person, or by the service when the cause has gone.
 */
@ApplicationScoped
public class Tasks {
    private static final String OF_A_PEER =
            " left join assignment on assignment.id = task.subject_id and task.subject_kind = 'ASSIGNMENT'"
                    + " and task.kind in ('HELP_ASKED', 'SAFEGUARDING_WANTED', 'SAFEGUARDING_NOT_REACHED') ";

    // A peer's call for help is kept by conversation and a requester's by request, so that each of them is a task; they
    // are shown as the person's.
    private static final String COLUMNS = "task.id, task.kind, task.request_id,"
            + " case when assignment.id is not null then 'PEER' when asking.id is not null then 'REQUESTER'"
            + " else task.subject_kind end as subject_kind,"
            + " coalesce(assignment.peer_id, asking.requester_id, task.subject_id) as subject_id,"
            + " request.reference, task.raised_at, task.last_raised_at, task.times, task.done_at"
            + " from coordinator_task task left join support_request request on request.id = task.request_id"
            + " left join support_request asking on asking.id = task.subject_id and task.subject_kind = 'REQUEST'"
            + " and task.kind = 'HELP_ASKED'"
            + OF_A_PEER;

    private final Jdbi jdbi;
    private final Audit audit;
    private final TimeSource time;
    private final Event<TaskDone> done;

    Tasks(Jdbi jdbi, Audit audit, TimeSource time, Event<TaskDone> done) {
        this.done = done;
        this.jdbi = jdbi;
        this.audit = audit;
        this.time = time;
    }

    /** Raises it once: while a task of this kind is open for the subject, it is only counted again. */
    public void raise(TaskKind kind, Subject subject, Optional<UUID> request) {
        raise(kind, subject, request, Optional.empty());
    }

    /**
     * The same for something that one side of an assignment did of itself, which the other never reads.
     *
     * @param side whose doing it was; empty when it was nobody's
     */
    public void raise(TaskKind kind, Subject subject, Optional<UUID> request, Optional<Party> side) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into coordinator_task"
                        + " (id, kind, subject_kind, subject_id, request_id, raised_at, last_raised_at, sides)"
                        + " values (:id, :kind, :subjectKind, :subject, :request, :now, :now, :sides)"
                        + " on conflict (kind, subject_id) where done_at is null"
                        + " do update set times = coordinator_task.times + 1, last_raised_at = excluded.last_raised_at,"
                        + " sides = array(select distinct unnest(coordinator_task.sides || excluded.sides) order by 1)")
                .bind("id", Identifier.next())
                .bind("kind", kind.name())
                .bind("subjectKind", subject.kind().name())
                .bind("subject", subject.id())
                .bind("request", request.orElse(null))
                .bind("now", time.now())
                .bind("sides", side.stream().map(Party::name).toArray(String[]::new))
                .execute());
    }

    /** The cause has gone: nobody need look any more. Nothing happens when no such task is open. */
    public void settle(TaskKind kind, Subject subject) {
        jdbi.useHandle(handle -> handle.createUpdate("update coordinator_task set done_at = :now"
                        + " where kind = :kind and subject_id = :subject and done_at is null")
                .bind("kind", kind.name())
                .bind("subject", subject.id())
                .bind("now", time.now())
                .execute());
    }

    /** Somebody has dealt with it. Saying so twice is harmless: the first time stays. */
    public Optional<Task> done(UUID id, Actor by) {
        int changed = jdbi.withHandle(handle -> handle.execute(
                "update coordinator_task set done_at = ? where id = ? and done_at is null", time.now(), id));
        Optional<Task> task = byId(id);
        if (changed > 0) {
            audit.record(by, "TASK_DONE", Subject.of(Subject.Kind.TASK, id), null);
            task.ifPresent(dealtWith -> done.fire(new TaskDone(dealtWith.kind(), dealtWith.subject(), by)));
        }
        return task;
    }

    public Optional<Task> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.select("select " + COLUMNS + "where task.id = ?", id)
                .map((row, context) -> task(row))
                .findFirst());
    }

    /** Whether somebody still has to look at one of these for the subject, or for a conversation of theirs. */
    public boolean isOpen(Set<TaskKind> kinds, Subject subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select 1 from coordinator_task task"
                        + OF_A_PEER
                        + "where task.kind = any(:kinds) and task.done_at is null"
                        + " and coalesce(assignment.peer_id, task.subject_id) = :subject)")
                .bind("kinds", names(kinds))
                .bind("subject", subject.id())
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * In the order in which they were raised.
     *
     * @param kinds only of these
     * @param request only those of this one
     */
    public List<Task> list(
            TaskStatus status, Optional<Set<TaskKind>> kinds, Optional<UUID> request, Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + "where task.done_at is "
                        + (status == TaskStatus.OPEN ? "null" : "not null")
                        + " and (:kinds::text[] is null or task.kind = any(:kinds))"
                        + " and (:request::uuid is null or task.request_id = :request)"
                        + " and (:after::uuid is null or task.id > :after) order by task.id limit :limit")
                .bind("request", request.orElse(null))
                .bind("kinds", kinds.map(Tasks::names).orElse(null))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> task(row))
                .list());
    }

    private static String[] names(Set<TaskKind> kinds) {
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                Subject.of(
                        Subject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject_id", UUID.class)),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                Optional.ofNullable(row.getString("reference")),
                row.getTimestamp("raised_at").toInstant(),
                row.getTimestamp("last_raised_at").toInstant(),
                row.getInt("times"),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant));
    }
}
