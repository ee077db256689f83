package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
              and not (:peer and e.action = any(:others) and e.actor_id is distinct from :person)
            order by e.id
            """;

    /** What the other one did or was asked, which a peer is told by nobody. */
    private static final String[] THE_OTHERS = {"REASSIGNED", "ANOTHER_PEER_OFFERED", "CRISIS_PHRASE"};

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
                .bind("peer", person.isPeer())
                .bind("others", THE_OTHERS)
                .bind("person", person.id())
                .map((row, context) -> new Seen(row.getTimestamp("at").toInstant(), sentence(row, person)))
                .list());
    }

    private static String sentence(ResultSet row, Person person) throws SQLException {
        UUID actor = row.getObject("actor_id", UUID.class);
        boolean self = person.id().equals(actor);
        if (person.isPeer() && !self && row.getString("action").equals("ASSIGNMENT_ENDED")) {
            return "A conversation of yours ended.";
        }
        String who = PlainWords.who(
                row.getString("actor_kind"), row.getString("actor_roles"), row.getString("key_name"), self);
        String why = row.getString("purpose");
        return who + " " + PlainWords.did(row.getString("action"))
                + (why == null ? "" : ", because " + PlainWords.because(why)) + ".";
    }
}
