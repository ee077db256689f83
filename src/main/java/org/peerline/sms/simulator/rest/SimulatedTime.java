package org.peerline.sms.simulator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.sms.simulator.ClockTargets;

/** The service's time, and moments to move it to. */
@Schema(description = "The service's time, and moments to move it to.")
public record SimulatedTime(
        @Schema(required = true) Instant now,

        @Schema(
                description = "The zone in which people here tell the time; an IANA name.",
                maxLength = 50,
                required = true)
        String timeZone,

        @Schema(description = "Nine in the morning of the next day.", required = true)
        Instant tomorrow,

        @Schema(description = "An hour after the clocks next change; absent where they never do.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant afterClockChange,

        @Schema(description = "Where the clock is on its way to; absent while it stands.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant movingTo) {

    static SimulatedTime at(Instant now, ZoneId zone, Optional<Instant> movingTo) {
        ClockTargets targets = ClockTargets.from(now, zone);
        return new SimulatedTime(
                now,
                zone.getId(),
                targets.tomorrow(),
                targets.afterClockChange().orElse(null),
                movingTo.orElse(null));
    }
}
