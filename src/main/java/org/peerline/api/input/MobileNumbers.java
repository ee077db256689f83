package org.peerline.api.input;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.PhoneNumber;

/** Reads mobile numbers as people write them. Drama numbers count only while nothing real is sent. */
@Singleton
public class MobileNumbers {
    private final boolean dramaAllowed;

    MobileNumbers(@ConfigProperty(name = "peerline.sms.gateway", defaultValue = "simulator") String gateway) {
        this.dramaAllowed = gateway.equals("simulator");
    }

    public Optional<PhoneNumber> read(String written) {
        return PhoneNumber.ukMobile(written, dramaAllowed);
    }
}
