package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.signin.Sessions;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.BlindIndex;

/** Changes what the roster says of a peer. Runs in the caller's transaction; empty means that it was done. */
@ApplicationScoped
public class ChangePeer {
    // With another cap the moment at which it gives room again is another, too.
    private static final String ROOM_AGAIN =
            "update peer set room_again_at = capped_by + interval '720 hours' where id = ? and capped_by is not null";
    private static final Refusal RETIRED =
            new Refusal("peer_retired", "The peer has retired; set their status to ACTIVE first.");

    private static final Refusal BELOW_OPEN = new Refusal(
            "capacity_below_open", "The capacity is lower than what the peer has open; close or hand over some first.");
    private static final Refusal NUMBER_IN_USE = new Refusal(
            "mobile_number_in_use",
            "The peer has open assignments; their texts go to the present number until those end.");

    private final Peers peers;
    private final PeerSealing sealing;
    private final BlindIndex blindIndex;
    private final Sessions sessions;
    private final Jdbi jdbi;
    private final Audit audit;
    private final Event<PeerFreed> freed;

    ChangePeer(
            Peers peers,
            PeerSealing sealing,
            BlindIndex blindIndex,
            Sessions sessions,
            Jdbi jdbi,
            Audit audit,
            Event<PeerFreed> freed) {
        this.peers = peers;
        this.sealing = sealing;
        this.blindIndex = blindIndex;
        this.sessions = sessions;
        this.jdbi = jdbi;
        this.audit = audit;
        this.freed = freed;
    }

    /** Writes the whole profile. */
    public Optional<Refusal> change(Peer peer, PeerProfile profile, Actor actor) {
        boolean newMobile = !blindIndex.of(profile.identity().mobileNumber()).equals(peer.mobileKey);
        boolean newNumbers = newMobile || !sealing.gmcKey(profile).equals(peer.gmcKey);
        if (newNumbers) {
            // Before the row, as everybody does it: whoever brings in a whole roster holds this when they come to the
            // row.
            peers.lockNumbers();
        }
        int open = lockedOpenAssignments(peer);
        if (profile.offer().capacity() < open) {
            return Optional.of(BELOW_OPEN);
        }
        if (newNumbers && peer.status != PeerStatus.RETIRED) {
            var taken = peers.taken(profile, peer.id);
            if (taken.isPresent()) {
                return taken;
            }
        }
        if (newMobile && open > 0) {
            return Optional.of(NUMBER_IN_USE);
        }
        sealing.write(peer, profile);
        if (newMobile) {
            // Whoever has the old handset, or had a code sent to it, is signed out.
            sessions.endAllOf(peer.id);
        }
        done(peer, "PEER_CHANGED", actor);
        return Optional.empty();
    }

    /**
     * All that would be refused at this moment, numbers of others aside; nothing is changed or locked.
     *
     * @param capacityToo whether the capacity is meant to change as well
     */
    List<Refusal> refusals(Peer peer, PeerProfile profile, boolean capacityToo, Optional<PeerStatus> status) {
        var refusals = new ArrayList<Refusal>();
        if (capacityToo && profile.offer().capacity() < peer.openAssignments) {
            refusals.add(BELOW_OPEN);
        }
        if (peer.openAssignments > 0
                && !blindIndex.of(profile.identity().mobileNumber()).equals(peer.mobileKey)) {
            refusals.add(NUMBER_IN_USE);
        }
        if (peer.status == PeerStatus.RETIRED
                && status.filter(PeerStatus.PAUSED::equals).isPresent()) {
            refusals.add(RETIRED);
        }
        return refusals;
    }

    /** Takes part in this way from now on: a pause without an end, the end of one, or the end of taking part at all. */
    public Optional<Refusal> become(Peer peer, PeerStatus wanted, Actor actor) {
        if (peer.status == wanted) {
            return Optional.empty();
        }
        return switch (wanted) {
            case ACTIVE -> peer.status == PeerStatus.RETIRED ? comeBack(peer, actor) : resume(peer, actor);
            case PAUSED -> pause(peer, Optional.empty(), actor);
            case RETIRED -> retire(peer, actor);
        };
    }

    /** Gives the peer nothing new; what is open goes on. */
    public Optional<Refusal> pause(Peer peer, Optional<Instant> until, Actor actor) {
        return pause(peer, until, false, actor);
    }

    /**
     * Gives the peer nothing new.
     *
     * @param handOver the open requests go to other peers too, a moment later; otherwise they go on
     */
    public Optional<Refusal> pause(Peer peer, Optional<Instant> until, boolean handOver, Actor actor) {
        if (peer.status == PeerStatus.RETIRED) {
            return Optional.of(RETIRED);
        }
        peer.pause(until, handOver);
        done(peer, "PEER_PAUSED", actor);
        return Optional.empty();
    }

    /** Ends a pause; a peer who takes part already goes on. */
    public Optional<Refusal> resume(Peer peer, Actor actor) {
        return switch (peer.status) {
            case RETIRED -> Optional.of(RETIRED);
            case ACTIVE -> Optional.empty();
            case PAUSED -> {
                peer.resume();
                done(peer, "PEER_RESUMED", actor);
                yield Optional.empty();
            }
        };
    }

    /** Whoever has left is signed out everywhere; their open requests go to other peers a moment later. */
    private Optional<Refusal> retire(Peer peer, Actor actor) {
        peer.retire();
        sessions.endAllOf(peer.id);
        done(peer, "PEER_RETIRED", actor);
        return Optional.empty();
    }

    /** Their numbers may be somebody else's by now. */
    private Optional<Refusal> comeBack(Peer peer, Actor actor) {
        var taken = peers.taken(sealing.read(peer), peer.id);
        if (taken.isEmpty()) {
            peer.resume();
            done(peer, "PEER_CAME_BACK", actor);
        }
        return taken;
    }

    /** With the row's lock: no request can be assigned between the look and the change. */
    private int lockedOpenAssignments(Peer peer) {
        return jdbi.withHandle(
                handle -> handle.select("select open_assignments from peer where id = ? for update", peer.id)
                        .mapTo(Integer.class)
                        .one());
    }

    private void done(Peer peer, String action, Actor actor) {
        peers.flush();
        jdbi.useHandle(handle -> handle.execute(ROOM_AGAIN, peer.id));
        audit.record(actor, action, Subject.of(Subject.Kind.PEER, peer.id), null);
        freed.fire(new PeerFreed(peer.id));
    }
}
