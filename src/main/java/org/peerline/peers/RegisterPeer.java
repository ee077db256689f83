package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.Vault;

/** Puts a peer on the roster. Runs in the caller's transaction. */
@ApplicationScoped
public class RegisterPeer {
    private final Peers peers;
    private final PeerSealing sealing;
    private final Vault vault;
    private final Audit audit;
    private final TimeSource time;
    private final Event<PeerFreed> freed;

    RegisterPeer(Peers peers, PeerSealing sealing, Vault vault, Audit audit, TimeSource time, Event<PeerFreed> freed) {
        this.peers = peers;
        this.sealing = sealing;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
        this.freed = freed;
    }

    /** Who is on the roster now, or why they cannot be. */
    public sealed interface Outcome {
        record Registered(Peer peer) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome register(PeerProfile profile, Actor actor) {
        var peer = new Peer(Identifier.next(), time.now());
        var taken = peers.taken(profile, peer.id());
        if (taken.isPresent()) {
            return new Outcome.Refused(taken.get());
        }
        add(peer, profile, actor);
        return new Outcome.Registered(peer);
    }

    /** Somebody whose numbers are known to be free. */
    Peer add(PeerProfile profile, Actor actor) {
        var peer = new Peer(Identifier.next(), time.now());
        add(peer, profile, actor);
        return peer;
    }

    private void add(Peer peer, PeerProfile profile, Actor actor) {
        vault.admit(peer.id());
        sealing.write(peer, profile);
        peers.persistAndFlush(peer);
        audit.record(actor, "PEER_REGISTERED", Subject.of(Subject.Kind.PEER, peer.id()), null);
        freed.fire(new PeerFreed(peer.id()));
    }
}
