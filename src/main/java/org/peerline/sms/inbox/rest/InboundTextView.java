package org.peerline.sms.inbox.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.sms.inbox.WaitingTexts;

/** An inbound text that has not taken effect; without its words, its sender and the number it went to. */
@Schema(description = "An inbound text that has not taken effect; without its words and without a number.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundTextView(
        @Schema(required = true) UUID id,

        @Schema(required = true) WaitingTexts.Status status,

        @Schema(required = true) Instant receivedAt,

        @Schema(description = "No webhook brought it; it was found on the provider's list.", required = true)
        boolean late,

        @Schema(description = "How often it was tried.", minimum = "0", maximum = "1000", required = true)
        int attempts,

        @Schema(description = "When it is tried next by itself.")
        Instant nextAttemptAt) {

    static InboundTextView of(WaitingTexts.Text text) {
        return new InboundTextView(
                text.id(),
                text.status(),
                text.receivedAt(),
                text.late(),
                text.attempts(),
                text.nextAttemptAt().orElse(null));
    }
}
