package org.peerline.api.input;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.PhoneNumber;

/** Reads mobile numbers as people write them. Drama numbers count only while nothing real is sent. */
@Singleton
public class MobileNumbers {
    private final boolean dramaAllowed;

    private final boolean answersAbroad;

    MobileNumbers(
            @ConfigProperty(name = "peerline.sms.gateway", defaultValue = "simulator") String gateway,
            @ConfigProperty(name = "peerline.sms.answers-abroad", defaultValue = "false") boolean answersAbroad) {
        this.dramaAllowed = gateway.equals("simulator");
        this.answersAbroad = answersAbroad;
    }

    /** Whether it is a mobile number abroad and those are answered at all: once, with what somebody there can do. */
    public boolean isAnsweredAbroad(PhoneNumber number) {
        return answersAbroad && number.isMobileAbroad();
    }

    public Optional<PhoneNumber> read(String written) {
        return PhoneNumber.ukMobile(written, dramaAllowed);
    }
}
