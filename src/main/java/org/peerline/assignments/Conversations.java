package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Reference;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerCards;
import org.peerline.privacy.Vault;
import org.peerline.requests.Requester;
import org.peerline.requests.RequesterCards;
import org.peerline.requests.SupportRequest;

/** Reads conversations with both their people, any number of them with one query. */
@ApplicationScoped
public class Conversations {
    private static final String WITH_BOTH = """
            select a.id, a.request_id, a.relay_number, r.reference,
                a.first_text_at is not null as heard_requester, a.first_answer_at is not null as heard_peer,
                exists (select 1 from assignment o where o.peer_id = a.peer_id and o.status = 'OPEN' and o.id <> a.id
                        and o.first_name_key = a.first_name_key) as ambiguous,
            """ + RequesterCards.COLUMNS + ", " + PeerCards.COLUMNS + """

            from assignment a
            join support_request r on r.id = a.request_id
            join requester q on q.id = a.requester_id
            join peer p on p.id = a.peer_id
            where a.id =\s""";
    // PostgreSQL plans what is asked of a list anew each time, and what is asked of one only once.
    private static final String OF_ONE = WITH_BOTH + ":id";
    private static final String OF_MANY = WITH_BOTH + "any(:ids)";
    private static final String AGGREGATES = """
            select a, r, q, p
            from Assignment a
            join SupportRequest r on r.id = a.requestId
            join Requester q on q.id = a.requesterId
            join Peer p on p.id = a.peerId
            where a.id = :id
            """;

    private final EntityManager entities;
    private final Jdbi jdbi;
    private final Assignments assignments;
    private final RequesterCards requesters;
    private final PeerCards peers;
    private final Vault vault;

    Conversations(
            EntityManager entities,
            Jdbi jdbi,
            Assignments assignments,
            RequesterCards requesters,
            PeerCards peers,
            Vault vault) {
        this.entities = entities;
        this.jdbi = jdbi;
        this.assignments = assignments;
        this.requesters = requesters;
        this.peers = peers;
        this.vault = vault;
    }

    /** The conversation of an assignment that exists. */
    public Conversation of(UUID assignment) {
        List<Conversation> found = found(OF_ONE, query -> query.bind("id", assignment));
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no assignment " + assignment);
        }
        return found.get(0);
    }

    /** The conversations of assignments that exist. */
    public Map<UUID, Conversation> of(Collection<UUID> assignments) {
        var conversations = new LinkedHashMap<UUID, Conversation>();
        found(OF_MANY, query -> query.bind("ids", assignments.toArray(UUID[]::new)))
                .forEach(conversation -> conversations.put(conversation.assignmentId(), conversation));
        return conversations;
    }

    private List<Conversation> found(String which, UnaryOperator<Query> asked) {
        if (entities.isJoinedToTransaction()) {
            // What the transaction has changed so far is seen here too.
            entities.flush();
        }
        List<Conversation> found = jdbi.withHandle(handle -> asked.apply(handle.createQuery(which))
                .map((row, context) -> read(row))
                .list());
        vault.prepare(found.stream()
                .flatMap(conversation -> Stream.of(Party.values()).map(conversation::personId))
                .toList());
        return found;
    }

    /**
     * The same conversations, of which those that are {@code wanted} and open are known to stay so until the caller's
     * transaction is over.
     */
    public Map<UUID, Conversation> heldOpen(Map<UUID, Conversation> conversations, Set<UUID> wanted) {
        var held = new LinkedHashMap<>(conversations);
        if (!wanted.isEmpty()) {
            assignments.stayOpen(wanted).forEach(id -> held.computeIfPresent(id, (same, found) -> found.heldOpen()));
        }
        return held;
    }

    private Conversation read(ResultSet row) throws SQLException {
        UUID assignment = row.getObject("id", UUID.class);
        return new Conversation(
                new Conversation.Facts(
                        assignment,
                        row.getObject("request_id", UUID.class),
                        new PhoneNumber(row.getString("relay_number")),
                        new Reference(row.getString("reference")),
                        row.getBoolean("heard_requester"),
                        row.getBoolean("heard_peer"),
                        row.getBoolean("ambiguous")),
                requesters.read(row),
                peers.read(row),
                false,
                () -> aggregates(assignment));
    }

    private Conversation.Aggregates aggregates(UUID assignment) {
        Object[] row = entities.createQuery(AGGREGATES, Object[].class)
                .setParameter("id", assignment)
                .getSingleResult();
        return new Conversation.Aggregates(
                (Assignment) row[0], (SupportRequest) row[1], (Requester) row[2], (Peer) row[3]);
    }
}
