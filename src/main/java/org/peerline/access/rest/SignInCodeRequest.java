package org.peerline.access.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.UkMobile;

/** Asks for a one-time code. */
@Schema(description = "Asks for a one-time code.")
public record SignInCodeRequest(
        @Schema(description = "The peer's mobile number, E.164 or national.")
        @NotNull(message = "Is required.")
        @UkMobile
        String mobileNumber) {}
