package org.peerline.archive.retention.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for a sweep now. */
@Schema(description = "Asks for a sweep now, beside those that happen by themselves.")
public record NewRetentionRun(
        @Schema(description = "Only count what would go.") @NotNull(message = "Is required.")
        Boolean dryRun) {}
