package org.peerline.sms.twilio;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the world reaches this service. */
@ConfigMapping(prefix = "peerline")
public interface PublicAddress {
    /** The URL that Twilio calls, scheme and path prefix included; signatures are checked against it; required. */
    Optional<String> publicUrl();
}
