package org.peerline.sms.outbox;

import java.time.Instant;
import java.util.UUID;
import org.peerline.sms.outbox.gateway.OutgoingSms;

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

    int segments() {
        return text.words().segments();
    }

    /** In clear, as the gateway gets it at its first hand-over. */
    ReadyText ready(Instant now) {
        var words = text.words();
        return new ReadyText(
                text.kind(),
                now,
                expires,
                new OutgoingSms(
                        id,
                        1,
                        text.from(),
                        text.to().number(),
                        words.heading() + words.body() + words.footer(),
                        ExpressLane.validity(now, expires)));
    }

    @Override
    public String toString() {
        return "OwedRow[" + id + "]";
    }
}
