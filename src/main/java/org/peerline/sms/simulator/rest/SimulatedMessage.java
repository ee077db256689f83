package org.peerline.sms.simulator.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.SeveralLines;
import org.peerline.api.input.UkMobile;

/** A text that somebody types on a simulated phone. */
@Schema(description = "A text that somebody types on a simulated phone.")
public record SimulatedMessage(
        @Schema(description = "The phone: a UK mobile number, those kept for drama included.")
        @NotNull(message = "Is required.")
        @UkMobile
        String from,

        @Schema(description = "One of our numbers.") @NotNull(message = "Is required.") @UkMobile
        String to,

        @NotNull(message = "Is required.") @SeveralLines @Size(max = 1600, message = "At most {max} characters.")
        String body,

        @Schema(description = "The network hands the same text over two times; it takes effect once.")
        Boolean twice) {}
