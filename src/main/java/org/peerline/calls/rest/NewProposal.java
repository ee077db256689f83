package org.peerline.calls.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suggested time, or up to three to choose from. */
@Schema(description = "A time for a call, or up to three to choose from.")
public record NewProposal(
        @Schema(description = "When the call is to begin: a whole minute, in the future, at most 60 days ahead.")
        @NotNull(message = "Is required.")
        Instant startsAt,

        @Schema(description = "Other times that would do as well; the other side chooses one.")
        @Size(max = 2, message = "At most {max}: three times in all.")
        List<Instant> alternatives,

        @Schema(
                description =
                        "A peer with another call close to a time is refused with overlapping_call, unless this is true.")
        Boolean despiteOverlap,

        @Schema(description = CallAnswer.WHEN_TO_SEND) OnBehalfOf onBehalfOf) {

    boolean mayOverlap() {
        return Boolean.TRUE.equals(despiteOverlap);
    }
}
