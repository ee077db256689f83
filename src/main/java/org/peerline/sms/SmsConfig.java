package org.peerline.sms;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which gateway carries the texts. */
@ConfigMapping(prefix = "peerline.sms")
public interface SmsConfig {
    /** {@code simulator} (also when not set) or {@code twilio}; anything else refuses the start. */
    Optional<String> gateway();
}
