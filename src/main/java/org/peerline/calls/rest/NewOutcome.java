package org.peerline.calls.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.problem.BadInput;
import org.peerline.calls.negotiation.CallReport;

/** What became of a call. */
@Schema(description = "What became of an agreed call, from its start on; said once.")
public record NewOutcome(
        @NotNull(message = "Is required.") CallReport.Result result,

        @Schema(description = "How long it took; only with HELD.")
        @Min(value = 1, message = "At least {value}.")
        @Max(value = CallReport.MOST_MINUTES, message = "At most {value}.")
        Integer minutes,

        @Schema(description = "Whether another call would help.")
        Boolean furtherCall,

        @Schema(description = CallAnswer.WHEN_TO_SEND) OnBehalfOf onBehalfOf) {

    CallReport report() {
        if (minutes != null && result == CallReport.Result.MISSED) {
            throw BadInput.of("minutes", "Only a call that took place has a length.");
        }
        return new CallReport(
                result,
                minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes),
                Optional.ofNullable(furtherCall));
    }
}
