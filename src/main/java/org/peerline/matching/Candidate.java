package org.peerline.matching;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A peer as matching sees them. Keys are blind: equal keys are the same number, employer or name, and nothing else can be
 * learned from them.
 *
 * @param standing whether they take requests at this moment
 * @param assignedInWindow assignments of the last 30 days, ended ones too, those left out that do not count
 * @param avoidNameKeys people whom the peer keeps away from
 * @param avoidEmployerKeys places whose people the peer keeps away from
 * @param earlierPeer whether this requester has been with them before
 * @param availableNow inside the hours that they offer
 * @param neverAgain a request of this requester has changed hands from this peer
 */
public record Candidate(
        UUID peerId,
        Standing standing,
        int openAssignments,
        int capacity,
        int assignedInWindow,
        int monthlyCap,
        String numberKey,
        Set<String> employerKeys,
        Set<String> nameKeys,
        Set<String> avoidNameKeys,
        Set<String> avoidEmployerKeys,
        String specialty,
        String gender,
        boolean earlierPeer,
        boolean availableNow,
        boolean neverAgain,
        Optional<Instant> lastAssignedAt) {

    /** Whether somebody takes requests, and what keeps them from it. */
    public enum Standing {
        TAKING_PART,
        RETIRED,
        PAUSED,
        AWAY,
        /** They have opted out of texts, so nothing could reach them. */
        UNREACHABLE
    }

    /** The share of capacity in use, from 0 to 1. */
    public double load() {
        return (double) openAssignments / capacity;
    }
}
