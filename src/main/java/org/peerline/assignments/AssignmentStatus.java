package org.peerline.assignments;

/** Whether a request is still with the peer. */
public enum AssignmentStatus {
    OPEN,
    ENDED
}
