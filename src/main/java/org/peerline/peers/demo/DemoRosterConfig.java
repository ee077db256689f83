package org.peerline.peers.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The roster of a first try. */
@ConfigMapping(prefix = "peerline")
public interface DemoRosterConfig {
    /**
     * Whether an empty roster gets a few made-up peers. Only ever with the simulator gateway; with the embedded database
     * it is true unless set otherwise.
     */
    @WithDefault("false")
    boolean demoRoster();
}
