package org.peerline.sms.outbox.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.delivery.UndeliverableRow;
import org.peerline.sms.outbox.gateway.ProviderIds;

/** Writes back what became of claimed texts, all of a round with one statement, in the caller's transaction. */
@ApplicationScoped
class OutboxResults {
    // Nearly every text has been taken and nothing else has happened to it: that needs no lock before the update.
    private static final String RECORD_TAKEN = """
            update message m
            set status = 'SENT', provider_id = coalesce(m.provider_id, r.provider_id), error_code = null,
                claimed_until = null, look_up_at = null, sent_at = coalesce(m.sent_at, :now)
            from unnest(:ids, :sendNos, :providerIds) as r (id, send_no, provider_id)
            where m.id = r.id and m.send_no = r.send_no and (m.status = 'SENDING') is true
            returning m.id""";
    // A status callback may have come before the answer to our own call: then the text is no longer SENDING, and its
    // status only moves forward. A claim that was given up too early (a clock was put forward) takes its outcome all
    // the same;
    // the outcome of an earlier hand-over touches nothing.
    private static final String RECORD = """
            with result as (
                select * from unnest(:ids, :sendNos, :statuses, :providerIds, :errorCodes, :dues::timestamptz[], :notMade)
                    as r (id, send_no, status, provider_id, error_code, due, not_made)),
            before as (
                select m.id, m.send_no = r.send_no as current,
                    m.send_no = r.send_no
                        and (m.status = 'SENDING' or (m.status = 'UNKNOWN' and m.error_code = 'claim_lost')) as open
                from message m join result r on r.id = m.id
                order by m.id for update of m)
            update message m
            set status = case when b.open then r.status else m.status end,
                provider_id = case when b.current then coalesce(m.provider_id, r.provider_id) else m.provider_id end,
                error_code = case when b.open then r.error_code else m.error_code end,
                first_due_at = case when b.open and r.due is not null then coalesce(m.first_due_at, m.due_at)
                    else m.first_due_at end,
                due_at = case when b.open then coalesce(r.due, m.due_at) else m.due_at end,
                attempts = m.attempts - case when b.open and r.not_made then 1 else 0 end,
                claimed_until = case when b.current then null else m.claimed_until end,
                look_up_at = case when b.open then null else m.look_up_at end,
                looked_up = case when b.open then 0 else m.looked_up end,
                sent_at = case when b.current and r.status = 'SENT' then coalesce(m.sent_at, :now) else m.sent_at end,
                settled_at = case when b.open and r.status in ('FAILED', 'CANCELLED') then :now else m.settled_at end
            from result r
            join before b on b.id = r.id
            where m.id = r.id
            returning\s""" + UndeliverableRow.COLUMNS + ", b.open as settled_here";

    private static final String LOST = """
            update message set status = 'UNKNOWN', claimed_until = null, error_code = 'claim_lost'
            where id in (
                select m.id from message m
                where m.status = 'SENDING' and (m.claimed_until < :now or m.claimed_until > :impossible) and\
            """ + MessageStatus.SHOWN + " limit 500 for update skip locked)";

    private final Jdbi jdbi;
    private final TimeSource time;
    private final OptOuts optOuts;
    private final ProviderIds providerIds;
    private final Duration lease;

    OutboxResults(
            Jdbi jdbi,
            TimeSource time,
            OptOuts optOuts,
            ProviderIds providerIds,
            @ConfigProperty(name = "peerline.clock.send-lease", defaultValue = "PT3M") Duration lease) {
        this.providerIds = providerIds;
        this.lease = lease;
        this.jdbi = jdbi;
        this.time = time;
        this.optOuts = optOuts;
    }

    /** Returns the texts that have just failed for good, for whoever has to be told in the same transaction. */
    List<SmsUndeliverable> record(List<Attempt> attempts) {
        List<Attempt> taken = attempts.stream()
                .filter(Attempt::isTaken)
                .sorted(Comparator.comparing(Attempt::id))
                .toList();
        Set<UUID> recorded = taken.isEmpty() ? Set.of() : recordTaken(taken);
        List<Attempt> others = attempts.stream()
                .filter(attempt -> !recorded.contains(attempt.id()))
                .toList();
        return others.isEmpty() ? List.of() : recordOthers(others);
    }

    private Set<UUID> recordTaken(List<Attempt> taken) {
        return jdbi.withHandle(handle -> handle.createQuery(RECORD_TAKEN)
                .bind("now", time.now())
                .bind("ids", taken.stream().map(Attempt::id).toArray(UUID[]::new))
                .bind("sendNos", taken.stream().map(Attempt::sendNo).toArray(Integer[]::new))
                .bind("providerIds", keptIds(taken))
                .mapTo(UUID.class)
                .set());
    }

    private List<SmsUndeliverable> recordOthers(List<Attempt> attempts) {
        List<SmsUndeliverable> failed = jdbi.withHandle(handle -> handle
                .createQuery(RECORD)
                .bind("now", time.now())
                .bind("ids", attempts.stream().map(Attempt::id).toArray(UUID[]::new))
                .bind("sendNos", attempts.stream().map(Attempt::sendNo).toArray(Integer[]::new))
                .bind("notMade", attempts.stream().map(Attempt::notMade).toArray(Boolean[]::new))
                .bind("statuses", attempts.stream().map(Attempt::status).toArray(String[]::new))
                .bind("providerIds", keptIds(attempts))
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
        return failed;
    }

    private String[] keptIds(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> providerIds.kept(attempt.providerId()))
                .toArray(String[]::new);
    }

    /** A lease that ends too far ahead was begun by a clock that was wrong. */
    int markLostClaims() {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createUpdate(LOST)
                .bind("now", now)
                .bind("impossible", now.plus(lease.multipliedBy(2)))
                .execute());
    }
}
