package org.peerline.sms.outbox.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.core.Party;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Recipient;

/** What became of a text, without its words and without a number. */
@Schema(description = "What became of a text; without its words and without a number.")
public record OwedMessage(
        @Schema(required = true) UUID id,

        @Schema(description = "What it is for, such as DETAILS or RELAYED.", maxLength = 20, required = true)
        String kind,

        @Schema(required = true) MessageStatus status,

        @Schema(description = "The provider's code, or a word of ours.", maxLength = 40)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String errorCode,

        @Schema(description = "Whose words it carries; absent for our own sentences.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Party author,

        @Schema(required = true) Recipient.Role to,

        @JsonInclude(JsonInclude.Include.NON_NULL) UUID requestId,

        @JsonInclude(JsonInclude.Include.NON_NULL) UUID assignmentId,

        @Schema(
                description = "How often it was handed to the provider.",
                minimum = "0",
                maximum = "1000",
                required = true)
        int attempts,

        @Schema(required = true) Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant sentAt,

        @Schema(description = "True in the answer to a retry of a text in doubt; absent otherwise.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean mayArriveTwice) {

    static OwedMessage of(MessageView message) {
        return of(message, false);
    }

    static OwedMessage of(MessageView message, boolean mayArriveTwice) {
        return new OwedMessage(
                message.id(),
                message.kind(),
                MessageStatus.valueOf(message.status()),
                message.errorCode().orElse(null),
                message.author().orElse(null),
                message.to(),
                message.request().orElse(null),
                message.assignment().orElse(null),
                message.attempts(),
                message.createdAt(),
                message.sentAt().orElse(null),
                mayArriveTwice ? true : null);
    }
}
