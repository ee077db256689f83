package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.choosing.Searches;
import org.peerline.peers.Peers;

/** Who somebody that comes back talked with last, if the two may be brought together again. */
@ApplicationScoped
public class EarlierPeer {
    private static final String LAST = """
            select p.id from requester r
            join peer p on p.status = 'ACTIVE' and p.id = %s
            where r.id = :requester
            """.formatted(Searches.lastPeerOf("r.identity_key", "r.number_key"));

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
