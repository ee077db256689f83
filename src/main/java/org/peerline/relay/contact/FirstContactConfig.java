package org.peerline.relay.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long first words may take. Closed days do not count. */
@ConfigMapping(prefix = "peerline.clock")
public interface FirstContactConfig {
    /** A requester who has not texted this long after the details is reminded, once. */
    @WithDefault("PT24H")
    Duration firstTextNudge();

    /** And after this long the request is closed; the door stays open. */
    @WithDefault("P14D")
    Duration firstTextClose();

    /** A peer who has not answered the first text for this long is reminded, once. */
    @WithDefault("PT12H")
    Duration firstAnswerNudge();

    /** Then the requester is offered another peer. */
    @WithDefault("PT24H")
    Duration firstAnswerOffer();

    /** Then a coordinator is asked. */
    @WithDefault("PT48H")
    Duration firstAnswerTask();
}
