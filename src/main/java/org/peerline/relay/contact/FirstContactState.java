package org.peerline.relay.contact;

import java.time.Instant;
import java.util.Optional;

/**
 * How far first contact has come in one assignment.
 *
 * @param answered the peer has answered, or the assignment has ended
 */
record FirstContactState(
        Instant assignedAt,
        Optional<Instant> firstTextAt,
        boolean answered,
        Optional<Instant> requesterNudgedAt,
        boolean peerNudged,
        boolean anotherOffered,
        boolean coordinatorAsked) {}
