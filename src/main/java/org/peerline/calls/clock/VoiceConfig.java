package org.peerline.calls.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether our numbers connect two people by voice, and when. */
@ConfigMapping(prefix = "peerline.voice")
public interface VoiceConfig {
    /**
     * {@code false} where our numbers take no calls. Then the peer's reminder names the requester's own number and says
     * how to withhold one's own.
     */
    @WithDefault("true")
    boolean enabled();

    /** So long before the start of an agreed call the number begins to connect. */
    @WithDefault("PT15M")
    Duration opensBefore();

    /** So long after the start it still does. */
    @WithDefault("PT2H")
    Duration closesAfter();
}
