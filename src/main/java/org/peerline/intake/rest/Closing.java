package org.peerline.intake.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.requests.Outcome;

/** How a request ended. */
@Schema(description = "How the request ended.")
public record Closing(@NotNull(message = "Is required.") Outcome outcome) {}
