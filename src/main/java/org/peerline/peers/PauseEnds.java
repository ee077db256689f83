package org.peerline.peers;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/** Brings peers back whose pause has come to its end. */
@ApplicationScoped
class PauseEnds implements DueWork {
    private static final String OVER =
            "select id from peer where status = 'PAUSED' and paused_until <= ? order by paused_until limit 1 for update skip locked";

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
        while (QuarkusTransaction.requiringNew().call(this::endOne)) {
            ended++;
        }
        return ended;
    }

    private boolean endOne() {
        Optional<UUID> over = jdbi.withHandle(
                handle -> handle.select(OVER, time.now()).mapTo(UUID.class).findFirst());
        over.ifPresent(peer -> changePeer.resume(peers.findById(peer), Actor.SERVICE));
        return over.isPresent();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(paused_until) from peer where status = 'PAUSED'")
                .mapTo(Instant.class)
                .findFirst());
    }
}
