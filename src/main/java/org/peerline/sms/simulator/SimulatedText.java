package org.peerline.sms.simulator;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text on a simulated phone. */
@Schema(description = "A text on a simulated phone.")
public record SimulatedText(
        @Schema(description = "As the phone sees it.", required = true)
        Direction direction,

        @Schema(maxLength = 16, required = true) String from,
        @Schema(maxLength = 16, required = true) String to,
        @Schema(maxLength = 1600, required = true) String body,

        @Schema(description = "The service's time.", required = true)
        Instant at) {

    /** SENT by the phone, or RECEIVED on it. */
    public enum Direction {
        SENT,
        RECEIVED
    }

    @Override
    public String toString() {
        return "SimulatedText";
    }
}
