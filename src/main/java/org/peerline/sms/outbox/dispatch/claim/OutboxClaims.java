package org.peerline.sms.outbox.dispatch.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.pace.SendingPace;

/** Takes due texts out of the out-tray, many at a time; any number of replicas may do so at once. */
@ApplicationScoped
public class OutboxClaims {
    // A text waits while an earlier one of the same conversation is on its way, or did not leave and is about to be
    // tried
    // again: order is kept within a conversation, and no conversation waits for another. One that has been handed over
    // and did not reach the handset holds up nobody when its turn comes again hours later.
    //
    // With "limit 1" each question is asked of an index, row by row: a join would be planned by how long the queue was
    // when somebody last counted, which is never how long it is.
    private static final String DUE = """
            select m.id, m.from_number, m.segments from message m
            where m.status = 'QUEUED' and m.due_at <= :now
              and (select true from sending_hold h
                  where h.scope in (m.from_number, 'PROVIDER') and h.probe_message is distinct from m.id
                  limit 1) is null
              and (select true from message e
                  where e.from_number = m.from_number and e.to_key = m.to_key and e.seq < m.seq
                    and (e.status in ('QUEUED', 'SENDING')) is true and\s""";
    private static final String IN_TURN = DUE
            + "(e.status = 'SENDING' or e.due_at <= :now or (e.attempts > 0 and e.sent_at is null)) limit 1) is null";
    // What waits for tomorrow holds up nobody who is in danger now.
    private static final String URGENT = DUE + "e.status = 'SENDING' limit 1) is null and m.kind = 'URGENT'";
    private static final String OLDEST_FIRST = " order by m.due_at, m.seq limit :limit for update of m skip locked";
    static final String CLAIM = "with due as (" + IN_TURN + OLDEST_FIRST + ") ";
    private static final String FREE =
            " and not exists (select 1 from sender_pace p where p.number = m.from_number and p.free_at > :free"
                    + " and p.free_at <= :impossible)";
    private static final String CHOSEN = "with due as (select unnest(:ids) as id) ";
    static final String TAKE = """
            update message m
            set status = 'SENDING', claimed_until = :until, claim_id = :claim, attempts = m.attempts + 1,
                send_no = m.send_no + 1, handed_at = :now, provider_id = null
            from due
            where m.id = due.id
            returning\s""" + ClaimedRow.COLUMNS;
    private static final String GIVE_BACK = """
            update message m set status = 'QUEUED', attempts = m.attempts - 1, claimed_until = null
            where m.status = 'SENDING' and m.claim_id = any(:claims) and\
            """ + MessageStatus.SHOWN;

    private final Jdbi jdbi;
    private final ClaimedTexts claimedTexts;
    private final SendingPace pace;
    private final TimeSource time;
    private final Duration lease;
    private final List<UUID> cutOff = new ArrayList<>();

    /** @param lease longer than the slowest round; after it a text of a dead replica is known to be in doubt */
    OutboxClaims(
            Jdbi jdbi,
            ClaimedTexts claimedTexts,
            SendingPace pace,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.send-lease", defaultValue = "PT3M") Duration lease) {
        this.jdbi = jdbi;
        this.claimedTexts = claimedTexts;
        this.pace = pace;
        this.time = time;
        this.lease = lease;
    }

    /** Claims up to {@code most} due texts, oldest first, in a transaction of their own. */
    public List<Claimed> claim(int most) {
        return claim(IN_TURN, most);
    }

    /** The same, of those only which no limit holds back. */
    public List<Claimed> claimUrgent(int most) {
        return claim(URGENT, most);
    }

    private synchronized List<Claimed> claim(String due, int most) {
        giveBackWhatWasCutOff();
        UUID claim = Identifier.next();
        Instant now = time.now();
        try {
            List<ClaimedRow> rows = pace.isSet()
                    ? jdbi.inTransaction(handle -> takePaced(handle, due, claim, now, most))
                    : jdbi.withHandle(handle ->
                            take(handle, "with due as (" + due + OLDEST_FIRST + ") ", claim, now, List.of(), most));
            return claimedTexts.read(rows, now);
        } catch (RuntimeException databaseAway) {
            // The claim may be committed all the same. Nothing of it was handed over, so it can be given back whole.
            cutOff.add(claim);
            throw databaseAway;
        }
    }

    /** Whether a text is due, even if it has to wait for another one. */
    public boolean anyDue() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from message m where m.status = 'QUEUED' and m.due_at <= :now)")
                .bind("now", time.now())
                .mapTo(Boolean.class)
                .one());
    }

    public Optional<Instant> nextDue(Instant now) {
        return jdbi.withHandle(
                handle -> handle.select("select min(due_at) from message where status = 'QUEUED' and due_at > ?", now)
                        .mapTo(Instant.class)
                        .findFirst());
    }

    /** For a claim whose commit was cut off elsewhere; nothing of it was handed over. */
    public synchronized void giveBackLater(UUID claim) {
        cutOff.add(claim);
    }

    /** What speaks against sending a text now that has waited since it was claimed. */
    public Claimed lookAgain(Claimed text) {
        return text.lookedAtAgain(claimedTexts.look(text.id()));
    }

    private List<ClaimedRow> takePaced(Handle handle, String due, UUID claim, Instant now, int most) {
        List<SendingPace.Waiting> waiting = handle.createQuery(due + FREE + OLDEST_FIRST)
                .bind("now", now)
                .bind("free", pace.freeBy(now))
                .bind("impossible", pace.impossibleAfter(now))
                .bind("limit", most * 4)
                .map((row, context) -> new SendingPace.Waiting(
                        row.getObject("id", UUID.class), row.getString("from_number"), row.getInt("segments")))
                .list();
        List<UUID> chosen = pace.admit(handle, waiting, now, most);
        return chosen.isEmpty() ? List.of() : take(handle, CHOSEN, claim, now, chosen, most);
    }

    private List<ClaimedRow> take(Handle handle, String which, UUID claim, Instant now, List<UUID> ids, int most) {
        var query = handle.createQuery(which + TAKE)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("claim", claim);
        if (ids.isEmpty()) {
            query.bind("limit", most);
        } else {
            query.bind("ids", ids.toArray(UUID[]::new));
        }
        return query.map((row, context) -> ClaimedRow.of(row)).list();
    }

    private void giveBackWhatWasCutOff() {
        if (!cutOff.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(GIVE_BACK)
                    .bind("claims", cutOff.toArray(UUID[]::new))
                    .execute());
            cutOff.clear();
        }
    }
}
