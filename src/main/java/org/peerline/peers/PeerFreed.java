package org.peerline.peers;

import java.util.UUID;

/**
 * A peer may have room for a request now: they joined, came back, can be reached again, offer more, or an assignment of theirs ended. Fired in
 * the transaction of that change; the waiting list listens and assigns after it has committed.
 */
public record PeerFreed(UUID peer) {}
