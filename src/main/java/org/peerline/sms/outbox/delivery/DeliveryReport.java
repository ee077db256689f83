package org.peerline.sms.outbox.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.sms.SmsStatus;

/**
 * What the provider says of one text, in a signed callback.
 *
 * @param messageId our id from the callback's URL; it proves which of our texts the report is about
 * @param sendNo which hand-over of that text it is about; empty where the URL did not say
 * @param providerId the provider's id of the text
 * @param errorCode the provider's code when the status is a failure
 * @param failure what that code means; present exactly when the status is FAILED
 */
public record DeliveryReport(
        Optional<UUID> messageId,
        Optional<Integer> sendNo,
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

    /** A gateway that knows no codes has delivered a text. */
    public static DeliveryReport delivered(UUID messageId, int sendNo, String providerId, Instant at) {
        return new DeliveryReport(
                Optional.of(messageId),
                Optional.of(sendNo),
                providerId,
                SmsStatus.DELIVERED,
                Optional.empty(),
                Optional.empty(),
                at);
    }
}
