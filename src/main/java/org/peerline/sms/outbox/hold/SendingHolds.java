package org.peerline.sms.outbox.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** What is held back now, for every replica alike. Each method runs in its caller's transaction. */
@ApplicationScoped
public class SendingHolds {
    // A text that is the next of its conversation, from a number that nothing else holds. Those that have been tried
    // least
    // come first: when the fault is one text's own, another one finds out.
    private static final String NEXT_PROBE = """
            select m.id from message m
            where m.status = 'QUEUED' and (:provider or m.from_number = :scope)
              and (m.due_at <= :now or (m.attempts > 0 and m.sent_at is null))
              and (select true from message e
                  where e.from_number = m.from_number and e.to_key = m.to_key and e.seq < m.seq
                    and (e.status in ('QUEUED', 'SENDING')) is true
                    and (e.status = 'SENDING' or e.due_at <= :now or (e.attempts > 0 and e.sent_at is null))
                  limit 1) is null
              and not exists (select 1 from sending_hold h where h.scope in (m.from_number, 'PROVIDER') and h.scope <> :scope)
            order by m.attempts, m.due_at, m.seq limit 1
            """;

    private final Jdbi jdbi;
    private final Tasks tasks;
    private final TimeSource time;
    private final DispatchSignal signal;

    SendingHolds(Jdbi jdbi, Tasks tasks, TimeSource time, DispatchSignal signal) {
        this.jdbi = jdbi;
        this.tasks = tasks;
        this.time = time;
        this.signal = signal;
    }

    /** Holds a sender back, or keeps holding it when a try has failed. */
    void hold(String scope, String code, boolean probe) {
        Instant now = time.now();
        SendingHold held = jdbi.withHandle(handle -> handle.createQuery("insert into sending_hold as h"
                        + " (id, scope, code, since, probe_at) values (:id, :scope, :code, :now, :probeAt)"
                        + " on conflict (scope) do update set code = excluded.code,"
                        + " probes = h.probes + case when :probe then 1 else 0 end,"
                        + " probe_message = case when :probe then null else h.probe_message end"
                        + " returning " + SendingHold.COLUMNS)
                .bind("id", Identifier.next())
                .bind("scope", scope)
                .bind("code", code)
                .bind("now", now)
                .bind("probeAt", ProbePlan.STANDARD.next(now, 0))
                .bind("probe", probe)
                .map((row, context) -> SendingHold.read(row))
                .one());
        if (probe) {
            probeAt(held.id(), ProbePlan.STANDARD.next(now, held.probes()));
        }
        if (!held.isOfProvider()) {
            tasks.raise(TaskKind.SENDER_STOPPED, subject(held.id()), Optional.empty());
        }
    }

    /** It sends again. What the provider's silence had put off goes at once; one text's own fault may still be there. */
    void lift(String scope) {
        if (scope.equals(SendingHold.PROVIDER)) {
            hasten(scope);
        }
        jdbi.withHandle(handle -> handle.createQuery("delete from sending_hold where scope = :scope returning id")
                        .bind("scope", scope)
                        .mapTo(UUID.class)
                        .findFirst())
                .ifPresent(this::settle);
        signal.afterCommit();
    }

    /** A person says that it is mended. False when there is no such hold any more. */
    public boolean release(UUID id) {
        Optional<String> released =
                jdbi.withHandle(handle -> handle.createQuery("delete from sending_hold where id = :id returning scope")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findFirst());
        released.ifPresent(this::hasten);
        settle(id);
        signal.afterCommit();
        return released.isPresent();
    }

    /** Texts that did not leave need not wait for the next attempt of their own plan. */
    private void hasten(String scope) {
        jdbi.useHandle(handle -> handle.createUpdate("update message set due_at = :now where status = 'QUEUED'"
                        + " and due_at > :now and attempts > 0 and sent_at is null"
                        + " and (:scope = 'PROVIDER' or from_number = :scope)")
                .bind("now", time.now())
                .bind("scope", scope)
                .execute());
    }

    public List<SendingHold> list() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + SendingHold.COLUMNS + " from sending_hold order by since, id limit 200")
                .map((row, context) -> SendingHold.read(row))
                .list());
    }

    /** Takes the hold whose try is due, for this replica alone, and plans the next one, should this replica die. */
    Optional<SendingHold> takeDue() {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery("select " + SendingHold.COLUMNS
                                + " from sending_hold where probe_at <= :now or probe_at > :latest"
                                + " order by probe_at limit 1 for update skip locked")
                        .bind("now", now)
                        .bind("latest", ProbePlan.STANDARD.latest(now))
                        .map((row, context) -> SendingHold.read(row))
                        .findFirst())
                .map(due -> {
                    probeAt(due.id(), ProbePlan.STANDARD.next(now, due.probes()));
                    return due;
                });
    }

    /** Lets one text through that waits for this sender; false when none does. */
    boolean letOneThrough(SendingHold hold) {
        int chosen = jdbi.withHandle(handle -> handle.createUpdate("with probe as (" + NEXT_PROBE + "), due as ("
                        + " update message m set due_at = least(m.due_at, :now) from probe where m.id = probe.id returning m.id)"
                        + " update sending_hold set probe_message = due.id from due where sending_hold.id = :id")
                .bind("now", time.now())
                .bind("provider", hold.isOfProvider())
                .bind("scope", hold.scope())
                .bind("id", hold.id())
                .execute());
        signal.afterCommit();
        return chosen == 1;
    }

    void probeFailed(SendingHold hold) {
        Instant now = time.now();
        jdbi.useHandle(handle -> handle.execute(
                "update sending_hold set probes = probes + 1, probe_at = ? where id = ?",
                ProbePlan.STANDARD.next(now, hold.probes() + 1),
                hold.id()));
    }

    boolean providerIsHeld() {
        return jdbi.withHandle(
                handle -> handle.select("select 1 from sending_hold where scope = ?", SendingHold.PROVIDER)
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent());
    }

    Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(probe_at) from sending_hold")
                .mapTo(Instant.class)
                .findFirst());
    }

    private void probeAt(UUID hold, Instant at) {
        jdbi.useHandle(handle -> handle.execute("update sending_hold set probe_at = ? where id = ?", at, hold));
    }

    private void settle(UUID hold) {
        tasks.settle(TaskKind.SENDER_STOPPED, subject(hold));
        tasks.settle(TaskKind.PROVIDER_AWAY, subject(hold));
    }

    static Subject subject(UUID hold) {
        return Subject.of(Subject.Kind.SENDING_HOLD, hold);
    }
}
