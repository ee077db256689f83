package org.peerline.sms.outbox.gateway;

import java.time.Duration;
import java.util.UUID;
import org.peerline.core.PhoneNumber;

/**
 * One text as it is handed to a gateway.
 *
 * @param messageId our id; travels in the status callback's URL, so that a callback proves which text was accepted
 * @param sendNo which hand-over of that text this is, counted for ever; travels with the id, so that a late callback of
 *     an earlier hand-over is never taken for one of a later
 * @param body 1 to 1,600 characters
 * @param validity how long the provider may go on trying to deliver; at least one second
 */
public record OutgoingSms(
        UUID messageId, int sendNo, PhoneNumber from, PhoneNumber to, String body, Duration validity) {
    @Override
    public String toString() {
        return "OutgoingSms[" + messageId + "]";
    }
}
