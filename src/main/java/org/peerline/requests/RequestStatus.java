package org.peerline.requests;

/** Where a request stands. */
public enum RequestStatus {
    /** Nobody could be assigned yet. */
    WAITING,
    /** A peer is assigned; the requester has the details and moves first. */
    ASSIGNED,
    /** The requester's first text has been relayed. */
    INTRODUCED,
    /** The peer has answered. */
    TALKING,
    CLOSED
}
