package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;

/** Writes owed texts into the out-tray: one by one, or all that a piece of work owes with one statement at its end. */
@ApplicationScoped
class OwedTogether {
    private static final String OWE = """
            insert into message (id, assignment_id, request_id, call_id, kind, author, from_number, to_party, to_key,
                to_person, to_number, body_person, heading, body, footer, status, created_at, due_at, expires_at)
            select id, assignment, request, call, kind, author, from_number, to_party, to_key, to_person, to_number,
                body_person, heading, body, footer, 'QUEUED', created_at, due, expires
            from unnest(:ids, :assignments, :requests, :calls, :kinds, :authors, :froms, :toParties, :toKeys, :toPeople,
                    :toNumbers, :bodyPeople, :headings, :bodies, :footers, :createdAts::timestamptz[],
                    :dues::timestamptz[], :expires::timestamptz[])
                with ordinality as owed (id, assignment, request, call, kind, author, from_number, to_party, to_key,
                    to_person, to_number, body_person, heading, body, footer, created_at, due, expires, nth)
            order by nth
            """;

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;

    OwedTogether(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    /** In a transaction; what the work owes is written when it is over. A fault leaves the transaction to its owner. */
    void during(Runnable work) {
        if (isUnderWay()) {
            work.run();
            return;
        }
        transactions.putResource(this, new ArrayList<OwedRow>());
        try {
            work.run();
            writeGathered();
        } finally {
            transactions.putResource(this, null);
        }
    }

    boolean isUnderWay() {
        return transactions.getTransactionKey() != null && transactions.getResource(this) != null;
    }

    void owe(OwedRow row) {
        if (isUnderWay()) {
            gathered().add(row);
        } else {
            write(List.of(row));
        }
    }

    /** For whoever reads what is owed, or changes it: nothing is missing then. */
    void writeGathered() {
        if (isUnderWay() && !gathered().isEmpty()) {
            write(gathered());
            gathered().clear();
        }
    }

    @SuppressWarnings("unchecked")
    private List<OwedRow> gathered() {
        return (List<OwedRow>) transactions.getResource(this);
    }

    private void write(List<OwedRow> rows) {
        jdbi.useHandle(handle -> handle.createUpdate(OWE)
                .bind("ids", ids(rows, OwedRow::id))
                .bind("assignments", ids(rows, row -> row.text().concerns().assignment()))
                .bind("requests", ids(rows, row -> row.text().concerns().request()))
                .bind("calls", ids(rows, row -> row.text().concerns().call()))
                .bind("kinds", texts(rows, row -> row.text().kind().name()))
                .bind(
                        "authors",
                        texts(
                                rows,
                                row -> row.text().author() == null
                                        ? null
                                        : row.text().author().name()))
                .bind("froms", texts(rows, row -> row.text().from().e164()))
                .bind("toParties", texts(rows, row -> row.text().to().role().name()))
                .bind("toKeys", texts(rows, OwedRow::toKey))
                .bind("toPeople", ids(rows, row -> row.text().to().person()))
                .bind("toNumbers", sealed(rows, OwedRow::toNumber))
                .bind("bodyPeople", ids(rows, row -> row.text().about()))
                .bind("headings", sealed(rows, OwedRow::heading))
                .bind("bodies", sealed(rows, OwedRow::body))
                .bind("footers", sealed(rows, OwedRow::footer))
                .bind("createdAts", texts(rows, row -> row.createdAt().toString()))
                .bind("dues", texts(rows, row -> row.due().toString()))
                .bind("expires", texts(rows, row -> row.expires().toString()))
                .execute());
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
