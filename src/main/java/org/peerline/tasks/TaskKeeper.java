package org.peerline.tasks;

import jakarta.enterprise.context.ApplicationScoped;
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

    private static final String OF_PERSON =
            " from coordinator_task t left join support_request r on r.id = t.request_id"
                    + " where t.subject_id = :person or r.requester_id = :person"
                    + " or t.kind in ('SAFEGUARDING_WANTED', 'SAFEGUARDING_NOT_REACHED', 'HELP_ASKED') and exists (select 1 from assignment a"
                    + " where a.id = t.subject_id and a.peer_id = :person)";

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
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select t.kind, t.raised_at, t.last_raised_at, t.times, t.done_at" + OF_PERSON
                                + " order by t.id")
                .bind("person", person.id())
                .map((row, context) -> new HeldRecord()
                        .with("what", TaskKind.valueOf(row.getString("kind")).what())
                        .with("raised", row.getTimestamp("raised_at").toInstant())
                        .with("noticed last", row.getTimestamp("last_raised_at").toInstant())
                        .with("times", row.getInt("times"))
                        .with(
                                "dealt with",
                                row.getTimestamp("done_at") == null
                                        ? null
                                        : row.getTimestamp("done_at").toInstant()))
                .list());
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
