package org.peerline.peers.employers.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;

/** Two names of one employer. */
@Schema(description = "Two names of one employer. Names of organisations only, never of people.")
public record NewEmployerAlias(
        @Schema(description = "Such as an abbreviation, or the name before a merger.")
        @NotNull(message = "Is required.")
        @PlainText(max = 200)
        String alias,

        @Schema(description = "The employer that it stands for.")
        @NotNull(message = "Is required.")
        @PlainText(max = 200)
        String employer) {}
