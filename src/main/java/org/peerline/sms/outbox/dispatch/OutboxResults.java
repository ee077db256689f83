package org.peerline.sms.outbox.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.delivery.UndeliverableRow;

/** Writes back what became of claimed texts, all of a round with one statement, in the caller's transaction. */
@ApplicationScoped
class OutboxResults {
    // A status callback may have come before the answer to our own call: then the text is no longer SENDING (or it was
    // given up as lost), and its status only moves forward.
    private static final String RECORD = """
            with before as (select id, status from message where id = any(:ids) order by id for update)
            update message m
            set status = case when m.status = 'SENDING' or (m.status = 'UNKNOWN' and r.status = 'SENT')
                              then r.status else m.status end,
                provider_id = coalesce(m.provider_id, r.provider_id),
                error_code = case when m.status = 'SENDING' then r.error_code else m.error_code end,
                due_at = coalesce(r.due, m.due_at),
                claimed_until = null,
                sent_at = case when r.status = 'SENT' then coalesce(m.sent_at, :now) else m.sent_at end,
                settled_at = case when r.status = 'FAILED' then :now else m.settled_at end
            from unnest(:ids, :statuses, :providerIds, :errorCodes, :dues::timestamptz[])
                as r (id, status, provider_id, error_code, due)
            join before b on b.id = r.id
            where m.id = r.id
            returning\s""" + UndeliverableRow.COLUMNS + ", b.status = 'SENDING' as settled_here";

    private static final String LOST = """
            update message set status = 'UNKNOWN', claimed_until = null, error_code = 'claim_lost'
            where id in (
                select id from message where status = 'SENDING' and claimed_until < :now
                limit 500 for update skip locked)
            """;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final OptOuts optOuts;
    private final Event<SmsUndeliverable> undeliverable;

    OutboxResults(Jdbi jdbi, TimeSource time, OptOuts optOuts, Event<SmsUndeliverable> undeliverable) {
        this.jdbi = jdbi;
        this.time = time;
        this.optOuts = optOuts;
        this.undeliverable = undeliverable;
    }

    void record(List<Attempt> attempts) {
        List<SmsUndeliverable> failed = jdbi.withHandle(handle -> handle
                .createQuery(RECORD)
                .bind("now", time.now())
                .bind("ids", attempts.stream().map(Attempt::id).toArray(UUID[]::new))
                .bind("statuses", attempts.stream().map(Attempt::status).toArray(String[]::new))
                .bind("providerIds", attempts.stream().map(Attempt::providerId).toArray(String[]::new))
                .bind("errorCodes", attempts.stream().map(Attempt::errorCode).toArray(String[]::new))
                .bind(
                        "dues",
                        attempts.stream()
                                .map(Attempt::due)
                                .map(due -> due == null ? null : due.toString())
                                .toArray(String[]::new))
                .map((row, context) -> "FAILED".equals(row.getString("status")) && row.getBoolean("settled_here")
                        ? UndeliverableRow.read(row)
                        : null)
                .stream()
                .filter(Objects::nonNull)
                .toList());
        optOuts.optOutRecipients(
                attempts.stream().filter(Attempt::optedOut).map(Attempt::id).toList());
        failed.forEach(undeliverable::fire);
    }

    int markLostClaims() {
        return jdbi.withHandle(
                handle -> handle.createUpdate(LOST).bind("now", time.now()).execute());
    }
}
