package org.peerline.calls.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who gives the answer. */
@Schema(description = "An answer about a call. A peer answers for themselves and sends an empty object, or nothing.")
public record CallAnswer(@Schema(description = WHEN_TO_SEND) OnBehalfOf onBehalfOf) {
    static final String WHEN_TO_SEND = "Required of call handlers and coordinators, who pass on what the requester said"
            + " (recorded as PHONE); a peer must leave it out.";

    static final CallAnswer PLAIN = new CallAnswer(null);
}
