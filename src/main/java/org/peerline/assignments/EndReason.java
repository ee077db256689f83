package org.peerline.assignments;

/** Why an assignment ended. */
public enum EndReason {
    /** The request was closed. */
    CLOSED,
    /** The peer handed it back. */
    PASSED,
    /** The requester asked for somebody else. */
    CHANGED,
    /** A coordinator gave it to somebody else. */
    REASSIGNED,
    /** The two know each other. */
    KNOWN_PERSON,
    /** The peer takes part no longer, or pauses and keeps nothing. */
    PEER_LEFT;

    /** Whether the two are never brought together again. */
    public boolean forGood() {
        return this != CLOSED;
    }

    /** What the peer is told: their own PASS is theirs to know, whatever else it was is not. */
    public EndReason asPeersSeeIt() {
        return this == PASSED ? PASSED : CLOSED;
    }
}
