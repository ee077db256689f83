package org.peerline.sms.outbox;

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
 */
public record DeliveryReport(
        Optional<UUID> messageId, String providerId, SmsStatus status, Optional<String> errorCode, Instant at) {}
