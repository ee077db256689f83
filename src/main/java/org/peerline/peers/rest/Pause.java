package org.peerline.peers.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.problem.BadInput;

/** A time without new requests; what is open goes on. */
@Schema(description = "A pause: nothing new; what is open goes on, unless it is to be handed over.")
public record Pause(
        @Schema(
                description = "When it ends by itself, in the future; until resumed, if null or left out.",
                nullable = true)
        Instant until,

        @Schema(
                description = "Whether the open requests go to other peers, a moment later. They go on, if left out.",
                nullable = true)
        Boolean handOver) {

    boolean handsOver() {
        return Boolean.TRUE.equals(handOver);
    }

    /** @param field where it was sent, to name it when it is not in the future */
    Optional<Instant> end(String field, Instant now) {
        if (until != null && !until.isAfter(now)) {
            throw BadInput.of(field, "Must be in the future.");
        }
        return Optional.ofNullable(until);
    }
}
