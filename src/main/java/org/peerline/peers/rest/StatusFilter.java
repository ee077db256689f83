package org.peerline.peers.rest;

import java.util.Arrays;
import java.util.Optional;
import org.peerline.api.problem.BadInput;
import org.peerline.peers.PeerStatus;

/** The query parameter {@code status} of the roster. */
final class StatusFilter {
    private StatusFilter() {}

    static Optional<PeerStatus> read(String status) {
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(PeerStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> BadInput.of("status", "Must be one of ACTIVE, PAUSED, RETIRED.")));
    }
}
