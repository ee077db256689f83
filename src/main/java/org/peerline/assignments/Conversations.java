package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.privacy.Vault;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.SupportRequest;

/** Reads a conversation with both its people, with one query. */
@ApplicationScoped
public class Conversations {
    private static final String WITH_BOTH = """
            select a, r, q, p,
                   exists (select 1 from Assignment o where o.peerId = a.peerId and o.status = OPEN and o.id <> a.id
                           and o.firstNameKey = a.firstNameKey)
            from Assignment a
            join SupportRequest r on r.id = a.requestId
            join Requester q on q.id = a.requesterId
            join Peer p on p.id = a.peerId
            where a.id = :id
            """;

    private final EntityManager entities;
    private final Requesters requesters;
    private final Peers peers;
    private final Vault vault;

    Conversations(EntityManager entities, Requesters requesters, Peers peers, Vault vault) {
        this.entities = entities;
        this.requesters = requesters;
        this.peers = peers;
        this.vault = vault;
    }

    /** The conversation of an assignment that exists. */
    public Conversation of(UUID assignment) {
        Object[] row = entities.createQuery(WITH_BOTH, Object[].class)
                .setParameter("id", assignment)
                .getSingleResult();
        var requester = (Requester) row[2];
        var peer = (Peer) row[3];
        vault.prepare(List.of(requester.id(), peer.id()));
        return new Conversation(
                (Assignment) row[0],
                (SupportRequest) row[1],
                requester,
                peer,
                requesters.firstName(requester),
                requesters.jobRole(requester),
                requesters.contactNumber(requester),
                peers.displayName(peer),
                peers.mobileNumber(peer),
                (Boolean) row[4]);
    }
}
