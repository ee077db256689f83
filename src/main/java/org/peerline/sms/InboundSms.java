package org.peerline.sms;

import java.time.Instant;
import org.peerline.core.PhoneNumber;

/**
 * A text that somebody sent to one of our numbers, as the provider handed it over.
 *
 * @param providerId the provider's id of this text; the same id is the same text, for ever
 * @param from the sender's number; texts from short codes and names never get this far
 * @param to our number
 * @param body as written, at most 1,600 characters of any script; may be empty
 * @param pictures how many attachments came with it (they are not passed on)
 * @param optOut what the provider says it did by itself about this text
 * @param receivedAt when we received it
 * @param late taken in by reconciliation, not by a webhook
 */
public record InboundSms(
        String providerId,
        PhoneNumber from,
        PhoneNumber to,
        String body,
        int pictures,
        OptOut optOut,
        Instant receivedAt,
        boolean late) {

    /** What the provider read in the text and has already answered by itself. */
    public enum OptOut {
        NONE,
        STOP,
        START,
        HELP
    }

    /** No body and no number: a log line may carry this. */
    @Override
    public String toString() {
        return "InboundSms[to=" + to + "]";
    }
}
