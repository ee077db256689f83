package org.peerline.calls.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.calls.negotiation.Call;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.sms.outbox.TextKind;

/**
 * What the clock still has to do about agreed calls: planned in the transaction that agrees a call, forgotten in the one
 * that ends it. Whoever takes a task has it alone, whatever other replicas do.
 */
@ApplicationScoped
public class CallClock {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final ReminderPlan plan;
    private final ZoneId zone;

    CallClock(
            Jdbi jdbi,
            Outbox outbox,
            CallClockConfig config,
            QuietHours quietHours,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.plan = ReminderPlan.of(config, quietHours);
        this.zone = zone;
    }

    /** A task whose time has come. */
    public record Due(UUID call, UUID assignment, CallTask task, Instant due) {}

    public Map<CallTask, Instant> planOf(Call call, Instant agreedAt) {
        return plan.of(call.startsAt().withZoneSameInstant(zone), agreedAt);
    }

    /** Plans what to do about a call that has just been agreed. */
    public void start(Call call, Instant now) {
        jdbi.useHandle(handle -> planOf(call, now)
                .forEach((task, due) -> handle.execute(
                        "insert into call_clock (call_id, task, due_at) values (?, ?, ?)"
                                + " on conflict (call_id, task) do update set due_at = excluded.due_at",
                        call.id(),
                        task.name(),
                        due)));
    }

    /** Forgets what was planned, and takes back a reminder that is on its way out but not sent yet. */
    public void stop(UUID call) {
        jdbi.useHandle(handle -> handle.execute("delete from call_clock where call_id = ?", call));
        outbox.cancel(TextKind.REMINDER, call);
    }

    /** Whether nobody has been asked yet how the call went. */
    public boolean isStillToAskAbout(UUID call) {
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) > 0 from call_clock where call_id = ? and task = 'OUTCOME_QUESTION'", call)
                .mapTo(Boolean.class)
                .one());
    }

    /** Nothing waits for its time any more once the conversation has ended. */
    public void stopAll(UUID assignment) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from call_clock where call_id in (select id from call where assignment_id = ?)", assignment));
    }

    public List<Due> due(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select k.call_id, c.assignment_id, k.task, k.due_at from call_clock k"
                                + " join call c on c.id = k.call_id where k.due_at <= :now order by k.due_at limit :most")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Due(
                        row.getObject("call_id", UUID.class),
                        row.getObject("assignment_id", UUID.class),
                        CallTask.valueOf(row.getString("task")),
                        row.getTimestamp("due_at").toInstant()))
                .list());
    }

    public Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(due_at) from call_clock")
                .mapTo(Instant.class)
                .findFirst());
    }

    /** Takes the task, in the caller's transaction; false when it is done, forgotten or planned for later by now. */
    public boolean take(Due due) {
        return jdbi.withHandle(handle -> handle.execute(
                        "delete from call_clock where call_id = ? and task = ? and due_at = ?",
                        due.call(),
                        due.task().name(),
                        due.due()))
                == 1;
    }

    public boolean isTooLate(Due due, Call call, Instant now) {
        return plan.isTooLate(due.task(), due.due(), call.startsAt().toInstant(), now);
    }
}
