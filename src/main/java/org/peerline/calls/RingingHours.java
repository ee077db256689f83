package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.calls.clock.VoiceConfig;
import org.peerline.calls.negotiation.Call;

/** Whether a relay number connects its two people now: around a call that both have agreed to, and at no other time. */
@ApplicationScoped
public class RingingHours {
    private final Calls calls;
    private final VoiceConfig config;

    public RingingHours(Calls calls, VoiceConfig config) {
        this.calls = calls;
        this.config = config;
    }

    public boolean areEver() {
        return config.enabled();
    }

    /** The call that these two would be connected for; also one that they had begun and were cut off from. */
    public Optional<Call> callNow(UUID assignment, Instant now) {
        return calls.agreedBetween(assignment, now.minus(config.closesAfter()), now.plus(config.opensBefore())).stream()
                .findFirst();
    }
}
