package org.peerline.wording;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The phone line that is open day and night, as texts name it. */
@ApplicationScoped
public class Helpline {
    private final String number;

    Helpline(@ConfigProperty(name = "peerline.helpline") String number) {
        this.number = number;
    }

    /** The number as people write it, such as {@code 0808 157 0000}. */
    public String number() {
        return number;
    }
}
