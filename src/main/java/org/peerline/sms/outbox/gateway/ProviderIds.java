package org.peerline.sms.outbox.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.privacy.BlindIndex;

/**
 * The provider's ids as they are kept: each leads to what the provider still holds of a text, numbers and words included,
 * so only a keyed hash is stored. It says that an id has been seen, and nothing ever has to be asked by one.
 */
@ApplicationScoped
public class ProviderIds {
    private static final String HASHED = "k:";

    private final BlindIndex blindIndex;

    ProviderIds(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    /** Null stays null. */
    public String kept(String providerId) {
        return providerId == null ? null : HASHED + blindIndex.of("provider", providerId);
    }
}
