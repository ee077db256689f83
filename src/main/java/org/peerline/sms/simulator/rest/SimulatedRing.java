package org.peerline.sms.simulator.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.UkMobile;

/** A call that somebody makes from a simulated phone. */
@Schema(description = "A call that somebody makes from a simulated phone.")
public record SimulatedRing(
        @Schema(description = "The phone: a UK mobile number, those kept for drama included. Left out, it is withheld.")
        @UkMobile
        String from,

        @Schema(description = "One of our numbers.") @NotNull(message = "Is required.") @UkMobile
        String to) {}
