package org.peerline.archive.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.archive.Reason;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.audit.AuditEvent;
import org.peerline.core.Subject;
import org.peerline.privacy.Vault;

/**
 * Who is meant by the ids of staff in the audit. Whoever did something has to be found out for a time; after that, or when
 * an account is erased, the audit keeps an id that leads nowhere.
 */
@ApplicationScoped
public class StaffRecords {
    static final String PURPOSE = "staff_account";

    private static final String COLUMNS = "id, issuer, account, roles, first_seen_at, last_seen_at";

    private final Jdbi jdbi;
    private final Vault vault;
    private final Audit audit;

    StaffRecords(Jdbi jdbi, Vault vault, Audit audit) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.audit = audit;
    }

    /** In the caller's transaction, which records whose were seen. */
    public List<StaffAccount> page(Optional<UUID> after, int limit, Actor by) {
        List<StaffAccount> page =
                jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from staff_account"
                                + " where (:after::uuid is null or id > :after) order by id limit :limit")
                        .bind("after", after.orElse(null))
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
        audit.recordReads(
                by,
                "STAFF_READ",
                Subject.Kind.STAFF,
                page.stream().map(StaffAccount::id).toList());
        return page;
    }

    /** For a copy of everything about them; what they did is {@link #doneBy}. */
    public Optional<StaffAccount> export(UUID id, Reason reason, Actor by) {
        Optional<StaffAccount> found =
                jdbi.withHandle(handle -> handle.select("select " + COLUMNS + " from staff_account where id = ?", id)
                        .map((row, context) -> read(row))
                        .findFirst());
        found.ifPresent(
                account -> audit.record(by, "STAFF_EXPORTED", Subject.of(Subject.Kind.STAFF, id), null, reason.name()));
        return found;
    }

    public List<AuditEvent> doneBy(UUID id) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + AuditEvent.COLUMNS
                                + " from audit_event e where e.actor_id = ? and e.actor_kind = 'STAFF' order by e.id",
                        id)
                .map((row, context) -> AuditEvent.of(row))
                .list());
    }

    /** False when there is none. What they did stays on record under an id that leads nowhere. */
    public boolean erase(UUID id, Reason reason, Actor by) {
        boolean erased = jdbi.withHandle(handle -> handle.execute("delete from staff_account where id = ?", id)) == 1;
        if (erased) {
            audit.record(by, "STAFF_ERASED", Subject.of(Subject.Kind.STAFF, id), null, reason.name());
        }
        return erased;
    }

    private StaffAccount read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StaffAccount(
                id,
                row.getString("issuer"),
                vault.openForService(PURPOSE, id, row.getBytes("account")),
                row.getString("roles"),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant());
    }
}
