package org.peerline.calls.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final String CALLS = """
            select c.*, array_remove(array[c.second_start, c.third_start], null) as others,
                   array(select g.party || ' ' || g.via || ' ' || to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                         from call_agreement g where g.call_id = c.id order by g.at) as agreements,
                   array(select k.due_at from call_clock k where k.call_id = c.id order by k.due_at) as planned
            """ + OF_PERSON + " order by c.id";

    private static final String FEED = "select created_at, last_read_at from calendar_token where peer_id = ?";

    private static final Map<String, String> WAYS =
            Map.of("SMS", "text", "API", "the service's pages", "PHONE", "phone");

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
        return jdbi.withHandle(handle -> {
            var held = new ArrayList<>(handle.createQuery(CALLS)
                    .bind("person", person.id())
                    .map((row, context) -> call(row, person))
                    .list());
            handle.select(FEED, person.id())
                    .map((row, context) -> new HeldRecord()
                            .with("address of your calendar made", row.getTimestamp("created_at"))
                            .with("calendar read last", row.getTimestamp("last_read_at")))
                    .forEach(held::add);
            return held;
        });
    }

    private static HeldRecord call(ResultSet row, Person person) throws SQLException {
        return new HeldRecord()
                .with("starts", row.getTimestamp("starts_at"))
                .with("offered too", moments(row, "others"))
                .with("time zone", row.getString("time_zone"))
                .withCode("status", row.getString("status"))
                .with("suggested", row.getTimestamp("proposed_at"))
                .with("suggested by", who(row.getString("proposed_by"), person))
                .with("moves an earlier one", row.getObject("replaces_id") != null)
                .with("agreed by", agreements(row, person))
                .with("came to an end", row.getTimestamp("settled_at"))
                .with("minutes", row.getObject("minutes"))
                .with("another would help", row.getObject("further_call"))
                .with("we are to write", moments(row, "planned"));
    }

    private static String who(String party, Person person) {
        return party.equals("REQUESTER") == person.isRequester() ? "you" : "the other person";
    }

    private static List<String> agreements(ResultSet row, Person person) throws SQLException {
        return Stream.of((String[]) row.getArray("agreements").getArray())
                .map(agreement -> agreement.split(" "))
                .map(part -> who(part[0], person) + ", by " + WAYS.get(part[1]) + ", " + part[2])
                .toList();
    }

    private static List<Instant> moments(ResultSet row, String column) throws SQLException {
        return Stream.of((Timestamp[]) row.getArray(column).getArray())
                .map(Timestamp::toInstant)
                .toList();
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
