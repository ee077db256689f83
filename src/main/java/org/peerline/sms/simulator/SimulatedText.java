package org.peerline.sms.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.core.Identifier;

/** A text on a simulated phone. */
@Schema(description = "A text on a simulated phone.")
public record SimulatedText(
        @Schema(description = "The same text keeps its id when its delivery goes on.", required = true)
        UUID id,

        @Schema(description = "As the phone sees it.", required = true)
        Direction direction,

        @Schema(maxLength = 16, required = true) String from,
        @Schema(maxLength = 16, required = true) String to,
        @Schema(maxLength = 1600, required = true) String body,

        @Schema(description = "The service's time.", required = true)
        Instant at,

        @Schema(description = "What became of a text to the phone; absent for the phone's own.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Delivery delivery) {

    /** SENT by the phone, or RECEIVED on it. */
    public enum Direction {
        SENT,
        RECEIVED
    }

    /** How far a text to the phone has come. */
    public enum Delivery {
        /** Taken on by the network, not yet on the phone. */
        UNDER_WAY,
        DELIVERED,
        FAILED
    }

    SimulatedText now(Delivery reached, Instant moment) {
        return new SimulatedText(id, direction, from, to, body, moment, reached);
    }

    /** The same words as another text. */
    SimulatedText copy() {
        return new SimulatedText(Identifier.next(), direction, from, to, body, at, delivery);
    }

    @Override
    public String toString() {
        return "SimulatedText";
    }
}
