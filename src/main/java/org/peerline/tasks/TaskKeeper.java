package org.peerline.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/** What coordinators were asked to look at: kinds, ids and times, never words. */
@ApplicationScoped
class TaskKeeper implements PersonalDataKeeper {
    private static final String OVER = "(t.done_at < :before or (t.request_id is null and t.raised_at < :before)"
            + " or exists (select 1 from support_request r where r.id = t.request_id and r.closed_at < :before))";

    private static final String REQUEST_HELD = "exists (select 1 from support_request r where r.id = t.request_id and ("
            + RetentionDuty.HELD.formatted("r.requester_id") + " or " + RetentionDuty.PEER_HELD.formatted("r.id")
            + "))";

    // What one side did of itself in a conversation is a task about that side, and none about the other. The same with
    // a
    // text of ours: whom it went to.
    private static final String OF_PERSON = """
             from coordinator_task t
            where t.subject_id = :person
               or t.subject_id in (select r.id from support_request r where r.requester_id = :person)
               or (t.subject_kind = 'ASSIGNMENT' and exists (
                     select 1 from assignment a where a.id = t.subject_id
                        and ((a.requester_id = :person and 'REQUESTER' = any(t.sides))
                             or (a.peer_id = :person and 'PEER' = any(t.sides)))))
               or (t.subject_kind = 'MESSAGE' and exists (
                     select 1 from message m left join assignment a on a.id = m.assignment_id where m.id = t.subject_id
                        and (m.to_person = :person
                             or (m.to_party = 'STRANGER' and m.body_person = :person)
                             or (m.to_party = 'STRANGER' and m.body_person is null and m.to_key = any(:handsets))
                             or (m.author is not null and (a.requester_id = :person or a.peer_id = :person)))))
            """;

    /** What its sentence for coordinators says of the peer, the requester was told as no more than this. */
    private static final String HANDED_OVER = "Your request was given to another colleague in the middle of a"
            + " conversation. A coordinator looks whether you are all right.";

    private final Jdbi jdbi;

    TaskKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "What a coordinator was asked to look at for you";
    }

    @Override
    public Set<String> tables() {
        return Set.of("coordinator_task");
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public Set<UUID> traces(Person person) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select t.id" + OF_PERSON)
                .bind("person", person.id())
                .bind("handsets", person.handsetKeys())
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select t.kind, t.raised_at, t.last_raised_at, t.times, t.done_at, cardinality(t.sides) > 1 as of_both"
                                + OF_PERSON + " order by t.id")
                .bind("person", person.id())
                .bind("handsets", person.handsetKeys())
                .map((row, context) -> record(row))
                .list());
    }

    private static HeldRecord record(ResultSet row) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        var record = new HeldRecord().with("what", kind == TaskKind.HANDED_OVER ? HANDED_OVER : kind.what());
        // When and how often both did is also when and how often the other did; of their own the trail tells.
        return (row.getBoolean("of_both")
                        ? record
                        : record.with("raised", row.getTimestamp("raised_at"))
                                .with("noticed last", row.getTimestamp("last_raised_at"))
                                .with("times", row.getInt("times")))
                .with("dealt with", row.getTimestamp("done_at"));
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of();
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.removes(
                RetentionClass.IDENTITY,
                "tasks",
                "coordinator_task",
                OVER + " and not " + RetentionDuty.HELD.formatted("t.subject_id") + " and not " + REQUEST_HELD));
    }
}
