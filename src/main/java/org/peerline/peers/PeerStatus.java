package org.peerline.peers;

/** Whether a peer takes part. */
public enum PeerStatus {
    ACTIVE,
    /** Keeps what they have, gets nothing new. */
    PAUSED,
    /** Has left; the number may be registered again. */
    RETIRED
}
