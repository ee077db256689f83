package org.peerline.calls.calendar.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a peer's calendar can be subscribed to. */
@Schema(description = "The feed of the peer who has signed in, as far as it can be shown again: not its address.")
public record CalendarAccess(
        @Schema(description = "When the present address was made.", required = true)
        Instant createdAt) {}
