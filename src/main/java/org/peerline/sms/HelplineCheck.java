package org.peerline.sms;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.peerline.core.StartupRefused;
import org.peerline.wording.Helpline;

/** Refuses to send real texts that would name a line which nobody answers. */
@Singleton
class HelplineCheck {
    private final SmsGateway gateway;
    private final Helpline helpline;

    HelplineCheck(SmsGateway gateway, Helpline helpline) {
        this.gateway = gateway;
        this.helpline = helpline;
    }

    void check(@Observes StartupEvent start) {
        if (!gateway.isSimulated() && !helpline.isConfigured()) {
            throw new StartupRefused("PEERLINE_HELPLINE is missing: the line, open day and night, that texts name.");
        }
    }
}
