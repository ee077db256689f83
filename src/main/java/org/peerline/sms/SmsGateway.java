package org.peerline.sms;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.peerline.core.StartupRefused;

/** Which gateway carries the texts, decided when the service starts. */
@Singleton
public class SmsGateway {
    /** The property that decides; each sender is looked up by it. */
    public static final String PROPERTY = "peerline.sms.gateway";

    public static final String SIMULATOR = "simulator";
    public static final String TWILIO = "twilio";

    private final boolean simulated;

    public SmsGateway(SmsConfig config) {
        String name = config.gateway().orElse(SIMULATOR);
        if (!name.equals(SIMULATOR) && !name.equals(TWILIO)) {
            throw new StartupRefused("PEERLINE_SMS_GATEWAY must be \"simulator\" or \"twilio\".");
        }
        simulated = name.equals(SIMULATOR);
    }

    /** Nothing real is sent; numbers kept for drama are as good as any. */
    public boolean isSimulated() {
        return simulated;
    }

    void refuseAnUnknownNameAtStart(@Observes StartupEvent start) {
        // To be called is enough: the constructor has looked.
    }
}
