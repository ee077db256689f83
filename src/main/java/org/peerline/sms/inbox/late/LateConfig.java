package org.peerline.sms.inbox.late;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the provider's list of inbound texts is compared with ours. */
@ConfigMapping(prefix = "peerline.clock.reconcile")
public interface LateConfig {
    /** Besides once at each start. */
    @WithDefault("PT5M")
    Duration every();

    /** How far back a service that has never compared looks. */
    @WithDefault("PT4H")
    Duration firstLook();
}
