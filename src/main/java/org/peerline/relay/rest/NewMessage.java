package org.peerline.relay.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.SeveralLines;

/** What a peer writes to their requester. */
@Schema(description = "A text to the other side.")
public record NewMessage(
        @Schema(
                description =
                        "Relayed as it is, with the peer's name in front; split where it is too long for one text.")
        @NotNull(message = "Is required.")
        @PlainText(max = 1600)
        @SeveralLines
        String body) {}
