package org.peerline.sms.outbox;

import java.time.Instant;
import java.util.UUID;

/** An owed text as the table will have it: its words and the number sealed already. */
record OwedRow(
        UUID id,
        OwedText text,
        String toKey,
        byte[] toNumber,
        byte[] heading,
        byte[] body,
        byte[] footer,
        Instant createdAt,
        Instant due,
        Instant expires) {

    @Override
    public String toString() {
        return "OwedRow[" + id + "]";
    }
}
