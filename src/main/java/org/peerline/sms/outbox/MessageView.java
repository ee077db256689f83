package org.peerline.sms.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.Party;

/**
 * A text as the thread or a coordinator's list shows it.
 *
 * @param author whose words it carries; empty for our own
 * @param body the author's own words without our heading; only in a thread, and only for its two people
 * @param attempts how often it has been handed to the provider
 * @param dueAt it is not sent before
 */
public record MessageView(
        UUID id,
        Optional<UUID> assignment,
        Optional<UUID> request,
        String kind,
        Optional<Party> author,
        Recipient.Role to,
        String status,
        Optional<String> errorCode,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> sentAt,
        Optional<Instant> settledAt,
        Optional<String> body) {

    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
