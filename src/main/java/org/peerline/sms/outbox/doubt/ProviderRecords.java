package org.peerline.sms.outbox.doubt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryFailure;

/**
 * The door to the provider's own records of what it took from us; reading them sends nothing.
 *
 * <p>Called by the clock, outside any transaction, to settle a text whose answer never came, and to find what became of one of
 * which no callback has told. What is not in the records after some minutes was not taken.
 */
public interface ProviderRecords {
    /**
     * What the provider took between two of its moments for this recipient.
     *
     * @throws Unavailable when the records cannot be read now; it says nothing about the text
     */
    List<TakenText> taken(PhoneNumber from, PhoneNumber to, Instant since, Instant until) throws Unavailable;

    /**
     * What has come to its end, good or bad, of all that the provider took since a moment of its own; part by part, because
     * it may be much.
     *
     * @param part false from it ends the reading
     * @throws Unavailable when the records cannot be read whole now
     */
    void ended(Instant since, Predicate<List<TakenText>> part) throws Unavailable;

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
