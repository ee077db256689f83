package org.peerline.sms.outbox.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.privacy.PersonErased;
import org.peerline.privacy.Vault;
import org.peerline.sms.outbox.MessageSealing;
import org.peerline.sms.outbox.MessageSealing.Part;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/** Takes due texts out of the out-tray, many at a time; any number of replicas may do so at once. */
@ApplicationScoped
class OutboxClaims {
    /** The provider accepts no longer validity than ten hours. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    // A text waits while an earlier one of the same conversation is on its way or about to be tried again: order is
    // kept
    // within a conversation, and no conversation waits for another.
    private static final String CLAIM = """
            with due as (
                select m.id from message m
                where m.status = 'QUEUED' and m.due_at <= :now
                  and not exists (
                      select 1 from message e
                      where e.from_number = m.from_number and e.to_key = m.to_key and e.seq < m.seq
                        and e.status in ('QUEUED', 'SENDING')
                        and (e.status = 'SENDING' or e.attempts > 0 or e.due_at <= :now))
                order by m.due_at, m.seq
                limit :limit
                for update skip locked)
            update message m
            set status = 'SENDING', claimed_until = :until, attempts = m.attempts + 1
            from due
            where m.id = due.id
            returning m.id, m.kind, m.attempts, m.expires_at, m.from_number, m.to_person, m.to_number, m.body_person,
                m.heading, m.body, m.footer, exists (select 1 from opt_out o where o.number_key = m.to_key) as opted_out
            """;

    private final Jdbi jdbi;
    private final Vault vault;
    private final MessageSealing sealing;
    private final TimeSource time;
    private final Duration lease;

    /** @param lease longer than the slowest round; after it a text of a dead replica is known to be in doubt */
    OutboxClaims(
            Jdbi jdbi,
            Vault vault,
            MessageSealing sealing,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.send-lease", defaultValue = "PT3M") Duration lease) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.sealing = sealing;
        this.time = time;
        this.lease = lease;
    }

    /** Claims up to {@code most} due texts, oldest first, in a transaction of their own. */
    List<Claimed> claim(int most) {
        Instant now = time.now();
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("limit", most)
                .map((row, context) -> Row.of(row))
                .list());
        vault.prepare(rows.stream()
                .flatMap(row -> Stream.of(row.toPerson, row.bodyPerson).filter(Objects::nonNull))
                .toList());
        var claimed = new ArrayList<Claimed>(rows.size());
        rows.forEach(row ->
                claimed.add(new Claimed(row.id, row.kind, row.attempts, row.expires, row.optedOut, read(row, now))));
        return claimed;
    }

    private OutgoingSms read(Row row, Instant now) {
        try {
            String text = open(row.bodyPerson, Part.HEADING, row.id, row.heading)
                    + open(row.bodyPerson, Part.BODY, row.id, row.body)
                    + open(row.bodyPerson, Part.FOOTER, row.id, row.footer);
            var to = new PhoneNumber(open(row.toPerson, Part.TO_NUMBER, row.id, row.toNumber));
            Duration left = Duration.between(now, row.expires);
            return new OutgoingSms(
                    row.id,
                    new PhoneNumber(row.from),
                    to,
                    text,
                    left.compareTo(LONGEST_VALIDITY) < 0 ? left : LONGEST_VALIDITY);
        } catch (PersonErased erased) {
            return null;
        }
    }

    private String open(UUID person, Part part, UUID message, byte[] sealed) {
        return sealed == null ? "" : sealing.open(person, part, message, sealed);
    }

    private record Row(
            UUID id,
            String kind,
            int attempts,
            Instant expires,
            boolean optedOut,
            String from,
            UUID toPerson,
            byte[] toNumber,
            UUID bodyPerson,
            byte[] heading,
            byte[] body,
            byte[] footer) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getInt("attempts"),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getBoolean("opted_out"),
                    row.getString("from_number"),
                    row.getObject("to_person", UUID.class),
                    row.getBytes("to_number"),
                    row.getObject("body_person", UUID.class),
                    row.getBytes("heading"),
                    row.getBytes("body"),
                    row.getBytes("footer"));
        }
    }
}
