package org.peerline.sms.outbox.tray;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.pace.SendingPace;
import org.peerline.sms.outbox.tray.ExpressLane.Claim;

/** Writes owed texts into the out-tray, any number with one statement. */
@ApplicationScoped
class OwedTexts {
    // What may be claimed at once is what the dispatcher would claim next: nothing of the same conversation is still on
    // its way (to the same handset, where these are the next peer's details), the reader has not opted out, nothing is
    // held back. With "limit 1" each question is asked of an index for each text, however long the queue is, and each
    // once.
    static final String OWE = """
            with owed as materialized (
                select owed.*, owed.first
                    and (select true from message e
                        where e.from_number = owed.from_number and e.to_key = owed.to_key
                          and (e.status in ('QUEUED', 'SENDING')) is true
                          and (owed.kind <> 'URGENT' or e.status = 'SENDING')
                        limit 1) is null
                    and (owed.kind <> 'DETAILS' or (select true from message e
                        where e.to_key = owed.to_key and (e.status in ('QUEUED', 'SENDING')) is true
                        limit 1) is null)
                    and (select true from opt_out o where o.number_key = owed.to_key limit 1) is null
                    and (select true from sending_hold h where h.scope in (owed.from_number, 'PROVIDER') limit 1) is null
                    as mine
                from unnest(:ids, :assignments, :requests, :calls, :kinds, :authors, :froms, :toParties, :toKeys,
                        :toPeople, :toNumbers, :bodyPeople, :headings, :bodies, :footers, :createdAts::timestamptz[],
                        :dues::timestamptz[], :expires::timestamptz[], :segments::integer[], :firsts::boolean[])
                    with ordinality as owed (id, assignment, request, call, kind, author, from_number, to_party, to_key,
                        to_person, to_number, body_person, heading, body, footer, created_at, due, expires, segments,
                        first, nth))
            insert into message (id, assignment_id, request_id, call_id, kind, author, from_number, to_party, to_key,
                to_person, to_number, body_person, heading, body, footer, created_at, due_at, expires_at, segments,
                status, attempts, send_no, claimed_until, claim_id, handed_at)
            select id, assignment, request, call, kind, author, from_number, to_party, to_key, to_person, to_number,
                body_person, heading, body, footer, created_at, due, expires, segments,
                case when mine then 'SENDING' else 'QUEUED' end, mine::int, mine::int,
                case when mine then :until::timestamptz end, case when mine then :claim::uuid end,
                case when mine then created_at end
            from owed
            order by nth
            returning id, status
            """;

    private final Jdbi jdbi;
    private final SendingPace pace;

    OwedTexts(Jdbi jdbi, SendingPace pace) {
        this.jdbi = jdbi;
        this.pace = pace;
    }

    /**
     * In the caller's transaction, in their order.
     *
     * @param claim to claim those with that can be sent at once
     * @return the texts that are claimed
     */
    Set<UUID> write(List<OwedRow> rows, Optional<Claim> claim) {
        return jdbi.withHandle(handle -> {
            Set<UUID> first =
                    claim.map(made -> sendableFirst(handle, rows, made)).orElse(Set.of());
            var claimed = new HashSet<UUID>();
            handle.createQuery(OWE)
                    .bind("until", claim.map(Claim::until).map(Object::toString).orElse(null))
                    .bind("claim", claim.map(Claim::id).orElse(null))
                    .bind("ids", ids(rows, OwedRow::id))
                    .bind("assignments", ids(rows, row -> row.concerns().assignment()))
                    .bind("requests", ids(rows, row -> row.concerns().request()))
                    .bind("calls", ids(rows, row -> row.concerns().call()))
                    .bind("kinds", texts(rows, OwedRow::kind))
                    .bind("authors", texts(rows, OwedRow::author))
                    .bind("froms", texts(rows, row -> row.sms().from().e164()))
                    .bind("toParties", texts(rows, row -> row.reader().party()))
                    .bind("toKeys", texts(rows, row -> row.reader().key()))
                    .bind("toPeople", ids(rows, row -> row.reader().person()))
                    .bind("toNumbers", sealed(rows, row -> row.sealed().toNumber()))
                    .bind("bodyPeople", ids(rows, OwedRow::bodyPerson))
                    .bind("headings", sealed(rows, row -> row.sealed().heading()))
                    .bind("bodies", sealed(rows, row -> row.sealed().body()))
                    .bind("footers", sealed(rows, row -> row.sealed().footer()))
                    .bind("createdAts", texts(rows, row -> row.created().toString()))
                    .bind("dues", texts(rows, row -> row.due().toString()))
                    .bind("expires", texts(rows, row -> row.expires().toString()))
                    .bind("segments", texts(rows, row -> Integer.toString(row.segments())))
                    .bind("firsts", texts(rows, row -> Boolean.toString(first.contains(row.id()))))
                    .map((row, context) -> row.getString("status").equals("SENDING")
                            ? claimed.add(row.getObject("id", UUID.class))
                            : false)
                    .list();
            return claimed;
        });
    }

    /**
     * The first text of each conversation, where it is due and the pace of its number lets it go. Details behind something
     * else for the same handset are left to the dispatcher, which waits for that.
     */
    private Set<UUID> sendableFirst(Handle handle, List<OwedRow> rows, Claim claim) {
        record Conversation(PhoneNumber from, String toKey) {}
        Map<Conversation, OwedRow> first = new LinkedHashMap<>();
        var handsets = new HashSet<String>();
        for (OwedRow row : rows) {
            String handset = row.reader().key();
            boolean leads = handsets.add(handset) || !row.kind().equals(TextKind.DETAILS.name());
            if (leads) {
                first.putIfAbsent(new Conversation(row.sms().from(), handset), row);
            }
        }
        List<SendingPace.Waiting> due = first.values().stream()
                .filter(row -> !row.due().isAfter(claim.at()))
                .limit(claim.most())
                .map(row -> new SendingPace.Waiting(
                        row.id(),
                        row.sms().from().e164(),
                        row.segments(),
                        row.kind().equals(TextKind.URGENT.name())))
                .toList();
        return pace.isSet()
                ? Set.copyOf(pace.admit(handle, due, claim.at(), due.size()))
                : due.stream().map(SendingPace.Waiting::id).collect(Collectors.toSet());
    }

    private static UUID[] ids(List<OwedRow> rows, Function<OwedRow, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    private static String[] texts(List<OwedRow> rows, Function<OwedRow, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** The library would hand the driver an array of objects, which it cannot write as bytes. */
    private static Argument sealed(List<OwedRow> rows, Function<OwedRow, byte[]> column) {
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
    }
}
