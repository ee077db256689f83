package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.matching.Caseload;
import org.peerline.peers.Peers;

/** Who somebody that comes back talked with last, if the two may be brought together again. */
@ApplicationScoped
public class EarlierPeer {
    private static final String LAST = """
            select p.id, p.status <> 'RETIRED' as takes_part,
                   p.status = 'ACTIVE' and p.open_assignments < p.capacity and %s and %s and not %s as free
            from requester r
            join peer p on p.forgotten_at is null and p.id = %s
            where r.id = :requester
            """.formatted(
                    Conditions.BELOW_CAP,
                    Conditions.REACHABLE,
                    Conditions.AWAY,
                    Searches.lastPeerOf("r.identity_key", "r.number_key"));

    private final Jdbi jdbi;
    private final Peers peers;
    private final TimeSource time;

    EarlierPeer(Jdbi jdbi, Peers peers, TimeSource time) {
        this.jdbi = jdbi;
        this.peers = peers;
        this.time = time;
    }

    /**
     * The last peer of somebody.
     *
     * @param takesPart has not retired, so that one may wish for them, be it in vain at present
     * @param free could be given a request at this moment
     */
    public record Last(UUID peer, boolean takesPart, boolean free) {}

    /** Whoever was not parted from them for good. */
    public Optional<Last> of(UUID requester) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind("requester", requester)
                .bind("now", now)
                .bind("windowStart", now.minus(Caseload.WINDOW))
                .map((row, context) ->
                        new Last(row.getObject("id", UUID.class), row.getBoolean("takes_part"), row.getBoolean("free")))
                .findFirst());
    }

    /** What they are called; empty once they have been forgotten. */
    public Optional<String> knownAs(UUID peer) {
        return peers.known(peer).map(peers::displayName);
    }

    public String displayName(UUID peer) {
        return peers.displayName(peers.findById(peer));
    }
}
