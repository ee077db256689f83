package org.peerline.access.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.UkMobile;

/** Signs in with a one-time code. */
@Schema(description = "Signs in with a one-time code.")
public record SignInRequest(
        @Schema(description = "The peer's mobile number, E.164 or national.")
        @NotNull(message = "Is required.")
        @UkMobile
        String mobileNumber,

        @Schema(description = "The six digits from the text.", maxLength = 6)
        @NotNull(message = "Is required.")
        @Pattern(regexp = "[0-9]{6}", message = "Must be the six digits from the text.")
        String code) {}
