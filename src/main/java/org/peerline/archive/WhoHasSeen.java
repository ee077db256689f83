package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.privacy.keeping.Person;

/** The audit of one person, told to them in plain words. */
@ApplicationScoped
public class WhoHasSeen {
    private static final String ABOUT = """
            select e.at, e.actor_kind, e.actor_id, e.actor_roles, e.action, e.purpose, k.name as key_name
            from audit_event e left join api_key k on k.id = e.actor_id and e.actor_kind = 'API_KEY'
            where e.subject_id = any(:traces)
              and e.action <> all(:others)
              and not (e.action = any(:own) and e.actor_kind in ('PEER', 'REQUESTER') and e.actor_id is distinct from :person)
            order by e.id
            """;

    /** What was done about the requester, which a peer is told by nobody. */
    private static final String[] THE_REQUESTERS = {"REASSIGNED", "ANOTHER_PEER_OFFERED", "REQUESTER_NUDGED"};

    private static final String[] THE_PEERS = {"PEER_NUDGED"};

    /** What somebody shows of themselves in the conversation, which is for them and the coordinators only. */
    private static final String[] OWN = {"CRISIS_PHRASE", "HELP_TEXTED", "STOPPING_MENTIONED", "OPTED_OUT", "OPTED_IN"};

    /** Steps that tell by whose words they came about, unless nobody is named. */
    private static final Map<String, String> NOBODY_NAMED = Map.of(
            "ASSIGNMENT_ENDED", "A conversation of yours ended.",
            "PEER_ASSIGNED", "You were put in touch with a colleague.");

    private static final Set<String> NOT_STAFF = Set.of("PEER", "REQUESTER", "SERVICE");

    private final Jdbi jdbi;
    private final Keepers keepers;

    WhoHasSeen(Jdbi jdbi, Keepers keepers) {
        this.jdbi = jdbi;
        this.keepers = keepers;
    }

    /** One thing that happened to somebody's details, as a sentence. */
    public record Seen(Instant at, String sentence) {}

    /** Oldest first. */
    public List<Seen> of(Person person) {
        return jdbi.withHandle(handle -> handle.createQuery(ABOUT)
                .bind("traces", keepers.traces(person).toArray(UUID[]::new))
                .bind("others", person.isPeer() ? THE_REQUESTERS : THE_PEERS)
                .bind("own", OWN)
                .bind("person", person.id())
                .map((row, context) -> new Seen(row.getTimestamp("at").toInstant(), sentence(row, person)))
                .list());
    }

    private static String sentence(ResultSet row, Person person) throws SQLException {
        UUID actor = row.getObject("actor_id", UUID.class);
        boolean self = person.id().equals(actor);
        String action = row.getString("action");
        String kind = row.getString("actor_kind");
        // A peer is not told that a coordinator ended it either: the requester may have asked them to.
        boolean unnamed = !self && (NOT_STAFF.contains(kind) || person.isPeer() && action.equals("ASSIGNMENT_ENDED"));
        if (unnamed && NOBODY_NAMED.containsKey(action)) {
            return NOBODY_NAMED.get(action);
        }
        String who = PlainWords.who(kind, row.getString("actor_roles"), row.getString("key_name"), self);
        String why = row.getString("purpose");
        return who + " " + PlainWords.did(action) + (why == null ? "" : ", because " + PlainWords.because(why)) + ".";
    }
}
