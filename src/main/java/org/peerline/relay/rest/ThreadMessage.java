package org.peerline.relay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.core.Party;
import org.peerline.sms.outbox.MessageView;

/** A text of the thread. */
@Schema(description = "A text of the thread between requester and peer.")
public record ThreadMessage(
        @Schema(required = true) UUID id,
        @Schema(required = true) Party author,

        @Schema(description = "The author's own words.", maxLength = 1600, required = true)
        String body,

        @Schema(
                enumeration = {"QUEUED", "SENDING", "SENT", "DELIVERED", "FAILED", "UNKNOWN", "CANCELLED"},
                required = true)
        String status,

        @Schema(description = "The provider's code, or a word of ours, when it failed.", maxLength = 40)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String errorCode,

        @Schema(required = true) Instant createdAt) {

    static ThreadMessage of(MessageView message) {
        return new ThreadMessage(
                message.id(),
                message.author().orElseThrow(),
                message.body().orElse(""),
                message.status(),
                message.errorCode().orElse(null),
                message.createdAt());
    }
}
