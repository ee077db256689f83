package org.peerline.sms.outbox.tray;

import java.time.Instant;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/** A text that was claimed by the statement that owes it, and is in hand in clear: it need not be read again. */
public record ReadyText(String kind, Instant claimedAt, Instant expires, OutgoingSms sms) {
    @Override
    public String toString() {
        return "ReadyText[" + sms.messageId() + "]";
    }
}
