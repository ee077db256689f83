package org.peerline.sms.outbox.dispatch.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.TextKind;

/** A claimed text as the table has it, still sealed. */
record ClaimedRow(
        UUID id,
        long seq,
        TextKind kind,
        int attempts,
        int sendNo,
        Instant expires,
        boolean probe,
        Claimed.Look look,
        PhoneNumber from,
        UUID toPerson,
        byte[] toNumber,
        UUID bodyPerson,
        byte[] heading,
        byte[] body,
        byte[] footer) {
    /**
     * Words between two people who have been parted reach nobody; nor do the details of a peer with whom it has ended, a
     * reminder of a call that is off, or news from the night that a call stays which has been called off or moved since.
     */
    static final String LOOK = """
            exists (select 1 from opt_out o where o.number_key = m.to_key) as opted_out,
            case m.kind
                when 'RELAYED' then exists (
                    select 1 from assignment a
                    where a.id = m.assignment_id and a.end_reason <> 'CLOSED')
                when 'DETAILS' then exists (
                    select 1 from assignment a where a.id = m.assignment_id and a.status <> 'OPEN')
                when 'REMINDER' then exists (select 1 from call c where c.id = m.call_id and c.status <> 'AGREED')
                when 'CALL' then exists (
                    select 1 from call c join call stays on stays.id = c.replaces_id
                    where c.id = m.call_id and c.status = 'LAPSED' and stays.status = 'CANCELLED')
                else false
            end as subject_gone""";

    static final String COLUMNS = """
            m.id, m.seq, m.kind, m.attempts, m.send_no, m.expires_at, m.from_number, m.to_person, m.to_number,
            m.body_person, m.heading, m.body, m.footer,
            exists (select 1 from sending_hold h where h.probe_message = m.id) as probe,
            """ + LOOK;

    static ClaimedRow of(ResultSet row) throws SQLException {
        return new ClaimedRow(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                TextKind.valueOf(row.getString("kind")),
                row.getInt("attempts"),
                row.getInt("send_no"),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("probe"),
                look(row),
                new PhoneNumber(row.getString("from_number")),
                row.getObject("to_person", UUID.class),
                row.getBytes("to_number"),
                row.getObject("body_person", UUID.class),
                row.getBytes("heading"),
                row.getBytes("body"),
                row.getBytes("footer"));
    }

    static Claimed.Look look(ResultSet row) throws SQLException {
        return new Claimed.Look(row.getBoolean("opted_out"), row.getBoolean("subject_gone"), false);
    }
}
