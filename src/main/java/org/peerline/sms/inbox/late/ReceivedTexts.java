package org.peerline.sms.inbox.late;

import java.time.Instant;
import java.util.List;
import org.peerline.core.PhoneNumber;

/**
 * The door to the provider's own list of texts that people sent us; reading it changes nothing.
 *
 * <p>Called by the clock, by one replica at a time, to find what webhooks have lost.
 */
public interface ReceivedTexts {
    /**
     * Every text to a number of ours that the provider has received since then, the earliest first, those included that came
     * by webhook.
     *
     * @throws Closed when the list cannot be read whole now; it is read again later
     */
    List<Received> since(Instant since) throws Closed;

    /** A text on the provider's list. */
    record Received(String providerId, PhoneNumber from, PhoneNumber to, String body, int pictures, Instant at) {
        @Override
        public String toString() {
            return "Received[to=" + to + "]";
        }
    }

    /** The list cannot be read now. */
    class Closed extends Exception {
        private static final long serialVersionUID = 1L;

        public Closed(String code) {
            super(code);
        }
    }
}
