package org.peerline.sms.outbox.doubt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryFailure;

/**
 * The door to the provider's own records of what it took from us; reading them sends nothing.
 *
 * <p>Called by the clock, outside any transaction, to settle a text whose answer never came. What is not in the records after
 * some minutes was not taken.
 */
public interface ProviderRecords {
    /**
     * What the provider took between two of its moments for this recipient.
     *
     * @throws Unavailable when the records cannot be read now; it says nothing about the text
     */
    List<TakenText> taken(PhoneNumber from, PhoneNumber to, Instant since, Instant until) throws Unavailable;

    /**
     * A text on the provider's records.
     *
     * @param body empty when the provider keeps none
     * @param failure present exactly when the status is FAILED
     */
    record TakenText(
            String providerId,
            String body,
            SmsStatus status,
            Optional<String> errorCode,
            Optional<DeliveryFailure> failure,
            Instant at) {
        @Override
        public String toString() {
            return "TakenText[" + providerId + "]";
        }
    }

    /** The records cannot be read now. */
    class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(String code) {
            super(code);
        }
    }
}
