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
    REASSIGNED
}
