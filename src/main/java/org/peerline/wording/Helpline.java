package org.peerline.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The phone line that is open day and night, as texts name it. */
@ApplicationScoped
public class Helpline {
    /** Kept by Ofcom for drama: nobody answers it, so it serves only where no text is real. */
    private static final String SIMULATED = "0808 157 0000";

    private final Optional<String> configured;

    @Inject
    public Helpline(@ConfigProperty(name = "peerline.helpline") Optional<String> configured) {
        this.configured = configured.map(String::strip).filter(number -> !number.isEmpty());
    }

    /** Somebody has said which line it is; with a real gateway the service does not start otherwise. */
    public boolean isConfigured() {
        return configured.isPresent();
    }

    /** The number as people write it, such as {@code 0808 157 0000}. */
    public String number() {
        return configured.orElse(SIMULATED);
    }
}
