package org.peerline.relay;

/** What became of a text that one side wrote to the other. */
public enum RelayOutcome {
    RELAYED,
    /** The first text of the requester to this peer has been relayed. */
    INTRODUCED,
    /** The other side has opted out: nothing was owed. */
    OTHER_SIDE_OPTED_OUT
}
