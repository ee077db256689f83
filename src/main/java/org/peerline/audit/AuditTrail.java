package org.peerline.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the audit. */
@ApplicationScoped
public class AuditTrail {
    private final Jdbi jdbi;

    AuditTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Oldest first.
     *
     * @param subjects only entries about one of these; all entries when empty
     */
    public List<AuditEvent> page(Optional<Collection<UUID>> subjects, Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + AuditEvent.COLUMNS + " from audit_event e"
                        + " where (:after::uuid is null or e.id > :after)"
                        + (subjects.isPresent() ? " and e.subject_id = any(:subjects)" : "")
                        + " order by e.id limit :limit")
                .bind("after", after.orElse(null))
                .bind("subjects", subjects.orElse(List.of()).toArray(UUID[]::new))
                .bind("limit", limit)
                .map((row, context) -> AuditEvent.of(row))
                .list());
    }

    /**
     * Newest first. Each subject's own latest are read by index and put together, however many there are of others.
     *
     * @param subjects only entries about one of these; all entries when empty
     * @param before only entries that are older than this one
     */
    public List<AuditEvent> latest(Optional<Collection<UUID>> subjects, Optional<UUID> before, int limit) {
        String older = before.isPresent() ? " and e.id < :before" : "";
        String newest = " order by e.id desc limit :limit";
        String query = subjects.isPresent()
                ? "select e.* from unnest(:subjects::uuid[]) as about(id) cross join lateral (select "
                        + AuditEvent.COLUMNS + " from audit_event e where e.subject_id = about.id" + older + newest
                        + ") e"
                : "select " + AuditEvent.COLUMNS + " from audit_event e where true" + older;
        return jdbi.withHandle(handle -> {
            var latest = handle.createQuery(query + newest).bind("limit", limit);
            subjects.ifPresent(known -> latest.bind("subjects", known.toArray(UUID[]::new)));
            before.ifPresent(known -> latest.bind("before", known));
            return latest.map((row, context) -> AuditEvent.of(row)).list();
        });
    }
}
