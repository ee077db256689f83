package org.peerline.relay;

/** What became of a text that one side wrote to the other. */
public enum RelayOutcome {
    RELAYED,
    /** The first text of the requester to this peer has been relayed. */
    INTRODUCED,
    /** The assignment has ended meanwhile: nobody gets it. */
    ENDED,
    /** This side has had its texts of one day passed on; the writer has to be told that this one was not. */
    TOO_MANY
}
