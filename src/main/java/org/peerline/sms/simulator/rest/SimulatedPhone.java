package org.peerline.sms.simulator.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.sms.simulator.SimulatedText;

/** A phone and its texts. */
@Schema(description = "A simulated phone: its latest texts, oldest first.")
public record SimulatedPhone(
        @Schema(description = "In E.164.", maxLength = 16, required = true)
        String number,

        @Schema(maxItems = 500, required = true) List<SimulatedText> messages) {}
