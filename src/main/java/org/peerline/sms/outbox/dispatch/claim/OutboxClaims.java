package org.peerline.sms.outbox.dispatch.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.pace.SendingPace;

/** Takes due texts out of the out-tray, many at a time; any number of replicas may do so at once. */
@ApplicationScoped
public class OutboxClaims {
    // A text waits while an earlier one of the same conversation is on its way, or did not leave and is about to be
    // tried again: order is kept within a conversation, and no conversation waits for another. One that has been handed
    // over and did not reach the handset holds up nobody when its turn comes again hours later.
    //
    // With "limit 1" each question is asked of an index, row by row: a join would be planned by how long the queue was
    // when somebody last counted, which is never how long it is. Within "coalesce" it counts as one that half of
    // them pass: of "is null" the planner believes that hardly any does, and sorts a long queue for each claim.
    private static final String WAITING = """
            select m.id, m.from_number, m.segments, m.due_at, m.seq, m.kind = 'URGENT' as urgent from message m
            where coalesce((select false from message e
                  where e.from_number = m.from_number and e.to_key = m.to_key and e.seq < m.seq
                    and (e.status in ('QUEUED', 'SENDING')) is true and %s limit 1), true)
            """;
    // The next peer's details come from another number than the goodbye of the last one, and are read behind it. For a
    // little while only: a goodbye that cannot leave must not keep anybody from a colleague.
    private static final String DETAILS_COME_LAST = """
             and (m.kind <> 'DETAILS' or coalesce((select false from message e
                  where e.to_key = m.to_key and e.seq < m.seq and (e.status in ('QUEUED', 'SENDING')) is true
                    and e.due_at <= :now and e.due_at > cast(:now as timestamptz) - interval '30 seconds'
                  limit 1), true))
            """;
    private static final String IN_TURN =
            WAITING.formatted("(e.status = 'SENDING' or e.due_at <= :now or (e.attempts > 0 and e.sent_at is null))")
                    + DETAILS_COME_LAST;
    // What waits for tomorrow, or for another try in an hour, holds up nobody who is in danger now. They stand in a
    // line
    // of their own: the other may be long.
    private static final String URGENT = WAITING.formatted("e.status = 'SENDING'") + " and m.kind = 'URGENT'";
    private static final String DUE = " and m.status = 'QUEUED' and m.due_at <= :now";
    // While the provider is silent the queue is long, and nobody has to look at it.
    private static final String FREE_TO_GO = """
             and (select true from sending_hold where scope = 'PROVIDER' limit 1) is null
             and coalesce(m.from_number <> all (array(select h.scope from sending_hold h)), true)
            """;
    private static final String TRIES_A_HOLD = """
             and m.id = any (array(select h.probe_message from sending_hold h))
             and (m.status = 'QUEUED' and m.due_at <= :now) is true
             and coalesce((select false from sending_hold h
                 where h.scope in (m.from_number, 'PROVIDER') and h.probe_message is distinct from m.id limit 1), true)
            """;
    private static final String PACE_IS_FREE = """
             and coalesce(m.from_number <> all (array(
                 select p.number from sender_pace p where p.free_at > :free and p.free_at <= :impossible)), true)
            """;
    private static final String ALONE = " for update of m skip locked";
    private static final String OLDEST_FIRST = " order by m.due_at, m.seq limit :limit" + ALONE;
    private static final String URGENT_FIRST = "with urgent as (" + URGENT + DUE + FREE_TO_GO + OLDEST_FIRST;
    private static final String CHOSEN = "with due as (select unnest(:ids) as id) ";
    static final String TAKE = """
            update message m
            set status = 'SENDING', claimed_until = :until, claim_id = :claim, attempts = m.attempts + 1,
                send_no = m.send_no + 1, handed_at = :now, provider_id = null, look_up_at = null, looked_up = 0
            from due
            where m.id = due.id
            returning\s""" + ClaimedRow.COLUMNS;
    // After a long absence of the database the lease may have ended: it is known all the same that nothing was sent.
    private static final String GIVE_BACK = """
            update message m set status = 'QUEUED', attempts = m.attempts - 1, claimed_until = null,
                error_code = null, look_up_at = null
            where (m.status = 'SENDING' or (m.status = 'UNKNOWN' and m.error_code = 'claim_lost'))
              and m.claim_id = any(:claims) and\
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

    /**
     * Claims up to {@code most} due texts, oldest first, in a transaction of their own; and before them, and beyond that
     * number, those that somebody in danger waits for.
     */
    public List<Claimed> claim(int most) {
        return claim(dueInTurn(""), pacedInTurn(), most);
    }

    /** Claims those only that somebody in danger waits for: no limit holds them back. */
    public List<Claimed> claimUrgent(int most) {
        return claim(dueUrgent(""), paced(dueUrgent(PACE_IS_FREE)), most);
    }

    private synchronized List<Claimed> claim(String due, String paced, int most) {
        giveBackWhatWasCutOff();
        UUID claim = Identifier.next();
        Instant now = time.now();
        try {
            List<ClaimedRow> rows = pace.isSet()
                    ? jdbi.inTransaction(handle -> takePaced(handle, paced, claim, now, most))
                    : jdbi.withHandle(handle -> take(handle, due, claim, now, List.of(), most));
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

    /**
     * What speaks against sending a text now that has waited since it was claimed. Empty when the claim is not this
     * copy's any more, or might not be before an answer has come: somebody else may be sending it.
     */
    public Optional<Claimed> lookAgain(Claimed text) {
        Instant untilAnswered = time.now().plus(lease.dividedBy(3));
        return claimedTexts.look(text, untilAnswered).map(text::lookedAtAgain);
    }

    /** Those that may go, and those that try whether a sender that is held back can send again. */
    static String dueInTurn(String pace) {
        return URGENT_FIRST + "), ordinary as (" + IN_TURN + " and m.kind <> 'URGENT'" + DUE + FREE_TO_GO + pace
                + OLDEST_FIRST + trying(IN_TURN, pace)
                + "select * from urgent union all select * from ordinary union all select * from trying) ";
    }

    static String pacedInTurn() {
        return paced(dueInTurn(PACE_IS_FREE));
    }

    private static String dueUrgent(String pace) {
        return URGENT_FIRST + trying(URGENT, pace) + "select * from urgent union all select * from trying) ";
    }

    private static String trying(String waiting, String pace) {
        return "), trying as (" + waiting + TRIES_A_HOLD + pace + ALONE + "), due as (";
    }

    private static String paced(String due) {
        return due + "select id, from_number, segments, urgent from due order by urgent desc, due_at, seq";
    }

    private List<ClaimedRow> takePaced(Handle handle, String paced, UUID claim, Instant now, int most) {
        List<SendingPace.Waiting> waiting = handle.createQuery(paced)
                .bind("now", now)
                .bind("free", pace.freeBy(now))
                .bind("impossible", pace.impossibleAfter(now))
                .bind("limit", most * 4)
                .map((row, context) -> new SendingPace.Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("from_number"),
                        row.getInt("segments"),
                        row.getBoolean("urgent")))
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
        // In which order an update returns what it changed is nowhere promised.
        return query.map((row, context) -> ClaimedRow.of(row)).stream()
                .sorted(Comparator.comparing((ClaimedRow row) -> row.kind() != TextKind.URGENT)
                        .thenComparingLong(ClaimedRow::seq))
                .toList();
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
