package org.peerline.console.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.peers.profile.PeerProfile;

/** Peers as the list shows them. */
@ApplicationScoped
public class RosterRows {
    private final Peers peers;

    RosterRows(Peers peers) {
        this.peers = peers;
    }

    /**
     * A peer in the list.
     *
     * @param hours how many of the week's 168 are offered
     */
    public record Row(
            UUID id, String name, String role, String specialty, String status, int open, int capacity, long hours) {
        public boolean full() {
            return open >= capacity;
        }

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    Row of(Peer peer) {
        PeerProfile profile = peers.profile(peer);
        return new Row(
                peer.id(),
                profile.identity().displayName(),
                profile.background().jobRole(),
                profile.background().specialty(),
                peer.status().name(),
                peer.openAssignments(),
                peer.capacity(),
                WeekGrid.of(profile.offer().availability()).offered());
    }
}
