package org.peerline.sms.outbox.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.sms.SmsStatus;

/**
 * What the provider says of one text, in a signed callback.
 *
 * @param messageId our id from the callback's URL; it proves which of our texts the report is about
 * @param providerId the provider's id of the text
 * @param errorCode the provider's code when the status is a failure
 * @param failure what that code means; present exactly when the status is FAILED
 */
public record DeliveryReport(
        Optional<UUID> messageId,
        String providerId,
        SmsStatus status,
        Optional<String> errorCode,
        Optional<DeliveryFailure> failure,
        Instant at) {

    public DeliveryReport {
        if (failure.isPresent() != (status == SmsStatus.FAILED)) {
            throw new IllegalArgumentException("a failure belongs to FAILED and to nothing else");
        }
    }

    /** A report of a gateway that knows no codes. */
    public DeliveryReport(
            Optional<UUID> messageId, String providerId, SmsStatus status, Optional<String> errorCode, Instant at) {
        this(
                messageId,
                providerId,
                status,
                errorCode,
                status == SmsStatus.FAILED ? Optional.of(DeliveryFailure.UNKNOWN_CODE) : Optional.empty(),
                at);
    }
}
