package org.peerline.assignments;

import java.util.Optional;
import org.peerline.core.Party;

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

    /** What one side is told when the request went from one peer to another and it was not their own doing. */
    private static final String NEUTRAL = "GIVEN_TO_ANOTHER_COLLEAGUE";

    /** Whether the two are never brought together again. */
    public boolean forGood() {
        return this != CLOSED;
    }

    /** What the peer is told: their own PASS is theirs to know, whatever else it was is not. */
    public EndReason asPeersSeeIt() {
        return this == PASSED ? PASSED : CLOSED;
    }

    /**
     * What one side reads of it in a copy of what is held about them: what they said themselves, and nothing of what the
     * other one did.
     *
     * @param saidBy the side that brought the end about by its own words; empty when neither did
     */
    public String toldTo(Party reader, Optional<Party> saidBy) {
        if (this == CLOSED || saidBy.filter(reader::equals).isPresent()) {
            return name();
        }
        return reader == Party.PEER ? CLOSED.name() : NEUTRAL;
    }
}
