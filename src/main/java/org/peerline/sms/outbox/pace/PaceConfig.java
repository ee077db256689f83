package org.peerline.sms.outbox.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast one of our numbers may send. */
@ConfigMapping(prefix = "peerline.sms")
public interface PaceConfig {
    /** What the carriers take from one long number, in segments a second; 0 sets no pace. */
    @WithDefault("1")
    double segmentsPerSecond();

    /** How far a number may run ahead of its pace: so much stands in the provider's queue, the rest stays in ours. */
    @WithDefault("PT5M")
    Duration handOverAhead();
}
