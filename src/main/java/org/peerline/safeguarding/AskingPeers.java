package org.peerline.safeguarding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Peers who have asked for the safeguarding lead. Until somebody says that it has been dealt with, the lead may know who
 * they are and ring them; of no other peer, and not afterwards.
 */
@ApplicationScoped
public class AskingPeers {
    private final Peers peers;
    private final Tasks tasks;
    private final Audit audit;

    AskingPeers(Peers peers, Tasks tasks, Audit audit) {
        this.peers = peers;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** What the lead needs to ring somebody, and to know who answers. */
    public record Contact(UUID id, String displayName, String fullName, PhoneNumber mobileNumber) {
        @Override
        public String toString() {
            return "Contact[" + id + "]";
        }
    }

    /** Puts the reader on record, in the caller's transaction. Empty for whoever has not asked, as for nobody. */
    public Optional<Contact> contact(UUID id, Actor reader) {
        return peers.known(id).filter(this::asks).map(peer -> {
            audit.record(reader, "PEER_READ", subject(peer), null);
            var identity = peers.profile(peer).identity();
            return new Contact(id, identity.displayName(), identity.fullName(), identity.mobileNumber());
        });
    }

    private boolean asks(Peer peer) {
        return tasks.isOpen(TaskKind.FOR_THE_LEAD, subject(peer));
    }

    private static Subject subject(Peer peer) {
        return Subject.of(Subject.Kind.PEER, peer.id());
    }
}
