package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.peers.Peers;

/** Who somebody that comes back talked with last, if the two may be brought together again. */
@ApplicationScoped
public class EarlierPeer {
    private static final String LAST = """
            select p.id from assignment a
            join requester r on r.id = a.requester_id
            join peer p on p.id = a.peer_id
            where a.requester_id = :requester and p.status = 'ACTIVE' and not exists (
                select 1 from never_again n where n.peer_id = p.id
                and (n.number_key = r.number_key or n.identity_key = r.identity_key))
            order by a.assigned_at desc, a.id desc limit 1
            """;

    private final Jdbi jdbi;
    private final Peers peers;

    EarlierPeer(Jdbi jdbi, Peers peers) {
        this.jdbi = jdbi;
        this.peers = peers;
    }

    /** Whoever takes part at present and was not parted from them for good. */
    public Optional<UUID> of(UUID requester) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind("requester", requester)
                .mapTo(UUID.class)
                .findFirst());
    }

    public String displayName(UUID peer) {
        return peers.displayName(peers.findById(peer));
    }
}
