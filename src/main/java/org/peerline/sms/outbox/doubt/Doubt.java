package org.peerline.sms.outbox.doubt;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.PhoneNumber;

/**
 * A text of which nobody knows whether it was taken.
 *
 * @param handedAt when it was handed over
 * @param words empty, like the recipient, when nobody can read it any more
 */
record Doubt(
        UUID message,
        int sendNo,
        int looks,
        Instant handedAt,
        PhoneNumber from,
        Optional<UUID> request,
        Optional<PhoneNumber> to,
        String words) {
    @Override
    public String toString() {
        return "Doubt[" + message + "]";
    }
}
