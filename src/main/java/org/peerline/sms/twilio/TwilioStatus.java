package org.peerline.sms.twilio;

import java.util.Map;
import java.util.Optional;
import org.peerline.sms.SmsStatus;

/** Twilio's words for where a text stands; it adds new ones without notice. */
public final class TwilioStatus {
    private static final Map<String, SmsStatus> STATUSES = Map.ofEntries(
            Map.entry("accepted", SmsStatus.ACCEPTED),
            Map.entry("scheduled", SmsStatus.ACCEPTED),
            Map.entry("queued", SmsStatus.ACCEPTED),
            Map.entry("sending", SmsStatus.ACCEPTED),
            Map.entry("sent", SmsStatus.SENT),
            Map.entry("delivered", SmsStatus.DELIVERED),
            Map.entry("read", SmsStatus.DELIVERED),
            Map.entry("undelivered", SmsStatus.FAILED),
            Map.entry("failed", SmsStatus.FAILED),
            Map.entry("canceled", SmsStatus.FAILED));

    private TwilioStatus() {}

    /** Empty for a word that we do not know. */
    public static Optional<SmsStatus> read(String written) {
        return Optional.ofNullable(STATUSES.get(written));
    }
}
