package org.peerline.calls.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When people hear of an agreed call by themselves. */
@ConfigMapping(prefix = "peerline.clock.call")
public interface CallClockConfig {
    /** At this time of the evening before. */
    @WithDefault("18:00")
    LocalTime eveningReminder();

    /** So long before the start. */
    @WithDefault("PT1H")
    Duration reminderBefore();

    /** A reminder that would come sooner than this after the agreement tells nobody anything new, and is left out. */
    @WithDefault("PT1H")
    Duration reminderTooNear();

    /** So long after the start the peer is asked whether the call took place. */
    @WithDefault("PT2H")
    Duration outcomeAfter();
}
