package org.peerline.peers.availability;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peers;

/** Brings peers back whose pause has come to its end. */
@ApplicationScoped
class PauseEnds implements DueWork {
    private static final Logger LOG = Logger.getLogger(PauseEnds.class);
    private static final String OVER =
            "select id from peer where status = 'PAUSED' and paused_until <= ? order by paused_until limit 100";
    private static final String CLAIM =
            "select id from peer where id = ? and status = 'PAUSED' and paused_until <= ? for update skip locked";

    private final Jdbi jdbi;
    private final Peers peers;
    private final ChangePeer changePeer;
    private final TimeSource time;

    PauseEnds(Jdbi jdbi, Peers peers, ChangePeer changePeer, TimeSource time) {
        this.jdbi = jdbi;
        this.peers = peers;
        this.changePeer = changePeer;
        this.time = time;
    }

    @Override
    public int runDue() {
        int ended = 0;
        List<UUID> over = jdbi.withHandle(
                handle -> handle.select(OVER, time.now()).mapTo(UUID.class).list());
        for (UUID peer : over) {
            try {
                ended += QuarkusTransaction.requiringNew().call(() -> end(peer)) ? 1 : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "The pause of peer %s could not be ended now", peer);
            }
        }
        return ended;
    }

    private boolean end(UUID peer) {
        boolean claimed = jdbi.withHandle(handle -> handle.select(CLAIM, peer, time.now())
                .mapTo(UUID.class)
                .findFirst()
                .isPresent());
        if (claimed) {
            changePeer.resume(peers.findById(peer), Actor.SERVICE);
        }
        return claimed;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(paused_until) from peer where status = 'PAUSED'")
                .mapTo(Instant.class)
                .findFirst());
    }
}
