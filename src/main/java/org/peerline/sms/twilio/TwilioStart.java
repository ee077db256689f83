package org.peerline.sms.twilio;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.peerline.sms.SmsGateway;

/** Refuses to start on incomplete settings, so that no text is ever owed that cannot be sent. */
@ApplicationScoped
public class TwilioStart {
    @Produces
    @Singleton
    TwilioSettings settings(TwilioConfig config, PublicAddress address) {
        return TwilioSettings.of(config, address);
    }

    void check(@Observes StartupEvent start, SmsGateway gateway, Instance<TwilioSettings> settings) {
        if (!gateway.isSimulated()) {
            settings.get();
        }
    }
}
