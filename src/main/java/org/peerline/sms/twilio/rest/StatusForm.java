package org.peerline.sms.twilio.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerline.sms.SmsStatus;
import org.peerline.sms.outbox.delivery.DeliveryReport;
import org.peerline.sms.twilio.TwilioDelivery;
import org.peerline.sms.twilio.TwilioPaths;
import org.peerline.sms.twilio.TwilioStatus;

/** Reads a genuine form as a report on a text that we sent. */
final class StatusForm {
    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?:^|&)" + TwilioPaths.MESSAGE_ID
            + "=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:&|$)");

    private static final Pattern SEND_NO =
            Pattern.compile("(?:^|&)" + TwilioPaths.SEND_NO + "=([1-9][0-9]{0,8})(?:&|$)");

    private StatusForm() {}

    /**
     * Empty when the status is one that we do not know; Twilio adds new ones without notice.
     *
     * @param query of the URL that was called, not decoded; it carries our id of the text
     */
    static Optional<DeliveryReport> read(WebhookForm form, Optional<String> query, Instant now) {
        Optional<String> code = form.value("ErrorCode").filter(CODE.asMatchPredicate());
        return form.value("MessageStatus")
                .flatMap(TwilioStatus::read)
                .map(status -> new DeliveryReport(
                        query.flatMap(StatusForm::messageId),
                        query.flatMap(StatusForm::sendNo),
                        form.value("MessageSid").orElseThrow(),
                        status,
                        code,
                        status == SmsStatus.FAILED ? Optional.of(TwilioDelivery.failure(code)) : Optional.empty(),
                        now));
    }

    private static Optional<UUID> messageId(String query) {
        var match = MESSAGE_ID.matcher(query);
        return match.find() ? Optional.of(UUID.fromString(match.group(1))) : Optional.empty();
    }

    private static Optional<Integer> sendNo(String query) {
        var match = SEND_NO.matcher(query);
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }
}
