package org.peerline.assignments.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.peers.Peers;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/** Who was with whom, and on which of our numbers. */
@ApplicationScoped
class AssignmentKeeper implements PersonalDataKeeper {
    private static final String OF_PERSON = """
            select a.peer_id, a.relay_number, a.status, a.reasons, a.assigned_at, a.first_text_at, a.first_answer_at,
                   a.ended_at, a.end_reason, a.requester_nudged_at, a.peer_nudged_at, a.another_offered_at,
                   a.coordinator_asked_at, r.reference, p.last_used_at,
                   (select n.since from never_again n
                    where n.requester_id = a.requester_id and n.peer_id = a.peer_id) as kept_apart_since,
                   (select e.actor_kind from audit_event e where e.subject_id = a.id and e.action = 'ASSIGNMENT_ENDED'
                    order by e.id desc limit 1) as ended_by
            from assignment a join support_request r on r.id = a.request_id
                 left join relay_place p on p.assignment_id = a.id and p.party = :party
            where a.requester_id = :person or a.peer_id = :person order by a.id
            """;

    // The relay number goes on resting for the handset, so that it does not soon stand for somebody else; but a late
    // text from there is a stranger's from now on.
    private static final String REST = """
            update relay_place p set forgotten_at = :now
            from assignment a
            where a.id = p.assignment_id and p.forgotten_at is null and p.released_at is not null
              and ((a.requester_id = :person and p.party = 'REQUESTER') or (a.peer_id = :person and p.party = 'PEER'))
            """;

    private static final String UNNAME = """
            update assignment set first_name_key = 'erased', version = version + 1
            where requester_id = ? and first_name_key <> 'erased'
            """;

    private static final String OVER = "exists (select 1 from support_request r where r.id = t.request_id"
            + " and r.closed_at < :before and not " + RetentionDuty.HELD.formatted("r.requester_id")
            + " and not " + RetentionDuty.PEER_HELD.formatted("r.id") + ")";

    private final Jdbi jdbi;
    private final Peers peers;
    private final TimeSource time;
    private final Duration quarantine;

    AssignmentKeeper(
            Jdbi jdbi,
            Peers peers,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.relay-quarantine", defaultValue = "P14D") Duration quarantine) {
        this.jdbi = jdbi;
        this.peers = peers;
        this.time = time;
        this.quarantine = quarantine;
    }

    @Override
    public String heading() {
        return "Who you were put in touch with";
    }

    @Override
    public Set<String> tables() {
        return Set.of("assignment", "relay_place", "never_again");
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Set<UUID> traces(Person person) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.select(
                        "select id from assignment where requester_id = ? or peer_id = ?", person.id(), person.id())
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PERSON)
                .bind("person", person.id())
                .bind("party", party(person).name())
                .map((row, context) -> record(row, person))
                .list());
    }

    private HeldRecord record(ResultSet row, Person person) throws SQLException {
        String end = endReason(row, person);
        var record = new HeldRecord()
                .with("request", row.getString("reference"))
                .with("number between you", row.getString("relay_number"))
                .with("number last used", row.getTimestamp("last_used_at"))
                .withCode("status", row.getString("status"))
                .withCodes("chosen because", List.of((String[])
                        row.getArray("reasons").getArray()))
                .with("from", row.getTimestamp("assigned_at"))
                .with("first text", row.getTimestamp("first_text_at"))
                .with("first answer", row.getTimestamp("first_answer_at"))
                .with("until", row.getTimestamp("ended_at"))
                .withCode("ended because", end);
        if (person.isRequester()) {
            return record.with("with", peers.displayName(peers.findById(row.getObject("peer_id", UUID.class))))
                    .with("reminded to write", row.getTimestamp("requester_nudged_at"))
                    .with("offered somebody else", row.getTimestamp("another_offered_at"))
                    .with("a coordinator was asked", row.getTimestamp("coordinator_asked_at"))
                    .with("never brought together again since", row.getTimestamp("kept_apart_since"));
        }
        // Of the other ends they are told nothing but that the request was closed.
        return record.with("reminded to answer", row.getTimestamp("peer_nudged_at"))
                .with(
                        "never brought together again since",
                        EndReason.CLOSED.name().equals(end) ? null : row.getTimestamp("kept_apart_since"));
    }

    private static String endReason(ResultSet row, Person person) throws SQLException {
        String code = row.getString("end_reason");
        String by = row.getString("ended_by");
        Optional<Party> saidBy = Stream.of(Party.values())
                .filter(party -> party.name().equals(by))
                .findFirst();
        return code == null ? null : EndReason.valueOf(code).toldTo(party(person), saidBy);
    }

    private static Party party(Person person) {
        return person.isPeer() ? Party.PEER : Party.REQUESTER;
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        var removed = new LinkedHashMap<String, Integer>();
        if (person.isRequester()) {
            removed.put("first_names", jdbi.withHandle(handle -> handle.execute(UNNAME, person.id())));
            removed.put(
                    "pairs_kept_apart",
                    jdbi.withHandle(
                            handle -> handle.execute("delete from never_again where requester_id = ?", person.id())));
        }
        removed.put(
                "places_on_relay_numbers",
                jdbi.withHandle(handle -> handle.createUpdate(REST)
                        .bind("now", time.now())
                        .bind("person", person.id())
                        .execute()));
        return removed;
    }

    @Override
    public List<RetentionDuty> duties() {
        String rested = "t.forgotten_at is not null and t.last_used_at < :before::timestamptz - interval '"
                + Math.max(0, quarantine.toSeconds() - Duration.ofDays(2).toSeconds()) + " seconds'";
        return List.of(
                RetentionDuty.removes(RetentionClass.TRACES, "rested_places", "relay_place", rested),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "places_on_relay_numbers",
                        "relay_place",
                        "exists (select 1 from assignment a join support_request r on r.id = a.request_id"
                                + " where a.id = t.assignment_id and r.closed_at < :before and not "
                                + RetentionDuty.HELD.formatted("r.requester_id") + " and not "
                                + RetentionDuty.PEER_HELD.formatted("r.id") + ")"),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "pairs_kept_apart",
                        "never_again",
                        "t.since < :before and not " + RetentionDuty.HELD.formatted("t.requester_id") + " and not "
                                + RetentionDuty.HELD.formatted("t.peer_id")),
                RetentionDuty.removes(RetentionClass.RECORD, "assignments", "assignment", OVER));
    }
}
