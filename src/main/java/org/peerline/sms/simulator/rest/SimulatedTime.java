package org.peerline.sms.simulator.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The service's time. */
@Schema(description = "The service's time after the move.")
public record SimulatedTime(@Schema(required = true) Instant now) {}
