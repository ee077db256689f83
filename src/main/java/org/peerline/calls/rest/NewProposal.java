package org.peerline.calls.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suggested time. */
@Schema(description = "A time for a call.")
public record NewProposal(
        @Schema(description = "When the call is to begin: a whole minute, in the future, at most 60 days ahead.")
        @NotNull(message = "Is required.")
        Instant startsAt,

        @Schema(description = CallAnswer.WHEN_TO_SEND) OnBehalfOf onBehalfOf) {}
