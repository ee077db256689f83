package org.peerline.calls.rest;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who gives the answer, and to which time. */
@Schema(
        description =
                "A yes to a call. A peer answers for themselves and sends an empty object, or nothing, to one time.")
public record CallAnswer(
        @Schema(description = "Which of the times that are offered; required where there are several.")
        Instant startsAt,

        @Schema(description = WHEN_TO_SEND) OnBehalfOf onBehalfOf) {
    static final String WHEN_TO_SEND = "Required of call handlers and coordinators, who pass on what the requester said"
            + " (recorded as PHONE); a peer must leave it out.";

    static final CallAnswer PLAIN = new CallAnswer(null, null);

    Optional<Instant> chosen() {
        return Optional.ofNullable(startsAt);
    }
}
