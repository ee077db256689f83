package org.peerline.calls.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes a step that needs no more words. */
@Schema(description = "A step about a call. A peer speaks for themselves and sends an empty object, or nothing.")
public record CallStep(
        @Schema(description = CallAnswer.WHEN_TO_SEND) OnBehalfOf onBehalfOf) {
    static final CallStep PLAIN = new CallStep(null);
}
