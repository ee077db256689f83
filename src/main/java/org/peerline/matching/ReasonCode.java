package org.peerline.matching;

/** Why a peer was chosen, as it is stored and shown to coordinators. */
public enum ReasonCode {
    /** The requester asked for their earlier peer, and got them. */
    SAME_PEER,
    /** At least one wish about the peer is met. */
    WISHES_MET,
    /** The moment lies inside the hours that the peer offers. */
    AVAILABLE_NOW,
    /** Among those who would do as well, nobody has a lower share of their capacity in use. */
    LOWEST_LOAD,
    /** Among peers with the same load, this one has waited longest. */
    LONGEST_SINCE_LAST,
    /** Nobody else was eligible. */
    ONLY_ONE
}
