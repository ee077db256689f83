package org.peerline.conversation.safety;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.peerline.api.input.MobileNumbers;
import org.peerline.core.PhoneNumber;
import org.peerline.core.StartupRefused;
import org.peerline.sms.OurNumbers;

/** The safeguarding lead's number on call. */
@ApplicationScoped
public class OnCall {
    private static final String SETTING = "PEERLINE_SAFETY_ON_CALL_NUMBER";

    private final Optional<PhoneNumber> number;

    @Inject
    OnCall(SafetyConfig config, MobileNumbers numbers, OurNumbers ourNumbers) {
        this.number = config.onCallNumber()
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(written -> numbers.read(written)
                        .filter(read -> !ourNumbers.isOurs(read))
                        .orElseThrow(() -> new StartupRefused(SETTING
                                + " must be a UK mobile number of the safeguarding lead, such as +447400123456.")));
    }

    public Optional<PhoneNumber> number() {
        return number;
    }

    public boolean is(PhoneNumber other) {
        return number.filter(other::equals).isPresent();
    }

    void refuseAWrongNumberAtStart(@Observes @Priority(-1) StartupEvent start) {
        // To be called is enough: the constructor has looked.
    }
}
