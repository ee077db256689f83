package org.peerline.relay.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.SeveralLines;

/** What a peer writes to their requester. */
@Schema(description = "A text to the other side.")
public record NewMessage(
        @Schema(
                description =
                        "Relayed as it is, with the peer's name in front; split where it is too long for one text.")
        @NotBlank(message = "Must not be empty.")
        @Size(max = 1600, message = "At most {max} characters.")
        @SeveralLines
        String body) {}
