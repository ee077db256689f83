package org.peerline.sms;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The telephone numbers that belong to the service. */
@ConfigMapping(prefix = "peerline")
public interface OurNumbersConfig {
    /** The front door, in E.164. Required with a real gateway; the simulator has +447700900000. */
    Optional<String> serviceNumber();

    /**
     * The pool of numbers that stand for the other side, in E.164, separated by commas. Required with a real gateway;
     * the simulator has +447700900201 to +447700900220.
     */
    Optional<String> relayNumbers();
}
