package org.peerline.calls.negotiation;

/** How far a call has come. */
public enum CallStatus {
    /** One side has suggested a time and the other has not answered. */
    PROPOSED,
    /** Both sides have said yes to the time. */
    AGREED,
    /** The other side said no. */
    DECLINED,
    /** The other side suggested another time instead. */
    COUNTERED,
    /** Taken back, called off, moved, or ended with the assignment. */
    CANCELLED,
    /** Its own time came before an answer. */
    LAPSED,
    /** It took place. */
    HELD,
    /** It did not take place. */
    MISSED
}
