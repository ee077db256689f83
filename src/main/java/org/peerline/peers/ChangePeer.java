package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.privacy.BlindIndex;

/** Changes what the roster says of a peer. Runs in the caller's transaction. */
@ApplicationScoped
public class ChangePeer {
    private final Peers peers;
    private final PeerSealing sealing;
    private final BlindIndex blindIndex;
    private final Jdbi jdbi;
    private final Audit audit;
    private final Event<PeerFreed> freed;

    ChangePeer(
            Peers peers, PeerSealing sealing, BlindIndex blindIndex, Jdbi jdbi, Audit audit, Event<PeerFreed> freed) {
        this.peers = peers;
        this.sealing = sealing;
        this.blindIndex = blindIndex;
        this.jdbi = jdbi;
        this.audit = audit;
        this.freed = freed;
    }

    /** Writes the whole profile; empty when it was done. */
    public Optional<Refusal> change(Peer peer, PeerProfile profile, Actor actor) {
        // The row's lock comes first: no request can be assigned between the look and the change.
        int open = jdbi.withHandle(
                handle -> handle.select("select open_assignments from peer where id = ? for update", peer.id)
                        .mapTo(Integer.class)
                        .one());
        if (profile.capacity() < open) {
            return Optional.of(new Refusal(
                    "capacity_below_open", "The peer has more open assignments than this capacity; end some first."));
        }
        String mobileKey = blindIndex.of(profile.mobileNumber());
        if (!mobileKey.equals(peer.mobileKey)) {
            if (peers.withMobile(profile.mobileNumber()).isPresent()) {
                return Optional.of(
                        new Refusal("mobile_number_taken", "Another peer on the roster has this mobile number."));
            }
            if (open > 0) {
                return Optional.of(new Refusal(
                        "mobile_number_in_use",
                        "The peer has open assignments; their texts go to the present number until those end."));
            }
        }
        String gmcKey = blindIndex.of("gmc", profile.gmcNumber());
        if (!gmcKey.equals(peer.gmcKey)
                && peers.count("gmcKey = ?1 and status <> ?2", gmcKey, PeerStatus.RETIRED) > 0) {
            return Optional.of(new Refusal("gmc_number_taken", "Another peer on the roster has this GMC number."));
        }
        sealing.write(peer, profile);
        done(peer, "PEER_CHANGED", actor);
        return Optional.empty();
    }

    public void pause(Peer peer, Optional<Instant> until, Actor actor) {
        peer.pause(until);
        done(peer, "PEER_PAUSED", actor);
    }

    public void resume(Peer peer, Actor actor) {
        peer.resume();
        done(peer, "PEER_RESUMED", actor);
    }

    public void retire(Peer peer, Actor actor) {
        peer.retire();
        done(peer, "PEER_RETIRED", actor);
    }

    private void done(Peer peer, String action, Actor actor) {
        peers.flush();
        audit.record(actor, action, Subject.of(Subject.Kind.PEER, peer.id), null);
        freed.fire(new PeerFreed(peer.id));
    }
}
