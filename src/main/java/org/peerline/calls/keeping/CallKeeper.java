package org.peerline.calls.keeping;

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

/** Calls: their times, and who agreed to them how. They say nothing of who the two people are. */
@ApplicationScoped
class CallKeeper implements PersonalDataKeeper {
    private static final String OF_PERSON = """
            from call c join assignment a on a.id = c.assignment_id
            where a.requester_id = :person or a.peer_id = :person
            """;

    private static final String OVER =
            "exists (select 1 from assignment a join support_request r on r.id = a.request_id"
                    + " where a.id = %s and r.closed_at < :before and not "
                    + RetentionDuty.HELD.formatted("r.requester_id")
                    + " and not "
                    + RetentionDuty.PEER_HELD.formatted("r.id")
                    + ")";

    private final Jdbi jdbi;

    CallKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "Calls";
    }

    @Override
    public Set<String> tables() {
        return Set.of("call", "call_agreement", "call_clock", "calendar_token");
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public Set<UUID> traces(Person person) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select c.id " + OF_PERSON)
                .bind("person", person.id())
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery("select c.* " + OF_PERSON + " order by c.id")
                .bind("person", person.id())
                .map((row, context) -> new HeldRecord()
                        .with("starts", row.getTimestamp("starts_at").toInstant())
                        .with("time zone", row.getString("time_zone"))
                        .with("status", row.getString("status"))
                        .with(
                                "suggested by",
                                row.getString("proposed_by").equals("REQUESTER") == person.isRequester()
                                        ? "you"
                                        : "the other person")
                        .with("minutes", row.getObject("minutes"))
                        .with("another would help", row.getObject("further_call")))
                .list());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of(
                "calendar_tokens",
                jdbi.withHandle(handle -> handle.execute("delete from calendar_token where peer_id = ?", person.id())));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "call_clocks",
                        "call_clock",
                        "exists (select 1 from call c where c.id = t.call_id and " + OVER.formatted("c.assignment_id")
                                + ")"),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "call_agreements",
                        "call_agreement",
                        "exists (select 1 from call c where c.id = t.call_id and " + OVER.formatted("c.assignment_id")
                                + ")"),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "calls",
                        "call",
                        OVER.formatted("t.assignment_id")
                                + " and not exists (select 1 from call later where later.replaces_id = t.id)"));
    }
}
