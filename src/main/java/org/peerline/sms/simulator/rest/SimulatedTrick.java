package org.peerline.sms.simulator.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.UkMobile;
import org.peerline.sms.simulator.DeliveryTrick;

/** What the network does with the next text to a phone. */
@Schema(description = "What the simulated network does with the next text to a phone, once.")
public record SimulatedTrick(
        @Schema(description = "The phone.", maxLength = 40, required = true)
        @NotNull(message = "Is required.")
        @UkMobile
        String number,

        @Schema(description = "NONE: it arrives at once.", required = true) @NotNull(message = "Is required.")
        DeliveryTrick next) {}
