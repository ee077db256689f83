package org.peerline.sms.outbox.tray;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/**
 * An owed text as the table will have it, sealed, and as a gateway gets it at its first hand-over, in clear.
 *
 * @param concerns what it belongs to; each may be {@code null}
 * @param author whose words it carries; {@code null} for ours
 * @param sms its validity counts from {@code created}
 */
public record OwedRow(
        Concerns concerns,
        String kind,
        String author,
        Reader reader,
        UUID bodyPerson,
        Sealed sealed,
        OutgoingSms sms,
        int segments,
        Instant created,
        Instant due,
        Instant expires) {

    /** What the text belongs to. */
    public record Concerns(UUID assignment, UUID request, UUID call) {}

    /** Whom it goes to: their part, the keyed hash of the number, and whose key seals the number. */
    public record Reader(String party, String key, UUID person) {}

    /** The sealed columns; heading and footer may be {@code null}. */
    public record Sealed(byte[] toNumber, byte[] heading, byte[] body, byte[] footer) {}

    /** The provider accepts no longer validity than ten hours. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    public static Duration validity(Instant now, Instant expires) {
        Duration left = Duration.between(now, expires);
        return left.compareTo(LONGEST_VALIDITY) < 0 ? left : LONGEST_VALIDITY;
    }

    UUID id() {
        return sms.messageId();
    }

    ReadyText ready(Instant claimedAt) {
        return new ReadyText(kind, claimedAt, expires, sms);
    }

    @Override
    public String toString() {
        return "OwedRow[" + id() + "]";
    }
}
