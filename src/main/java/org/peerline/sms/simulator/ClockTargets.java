package org.peerline.sms.simulator;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Moments that people like to move the clock to.
 *
 * @param tomorrow nine in the morning of the next day
 * @param afterClockChange an hour after the clocks next go forward or back; empty where they never do
 */
public record ClockTargets(Instant tomorrow, Optional<Instant> afterClockChange) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    public static ClockTargets from(Instant now, ZoneId zone) {
        return new ClockTargets(
                now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant(),
                Optional.ofNullable(zone.getRules().nextTransition(now))
                        .map(change -> change.getInstant().plus(1, ChronoUnit.HOURS)));
    }
}
