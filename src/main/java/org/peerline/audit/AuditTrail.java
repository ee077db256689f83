package org.peerline.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the audit, oldest first. */
@ApplicationScoped
public class AuditTrail {
    private final Jdbi jdbi;

    AuditTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param subjects only entries about one of these; all entries when empty */
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
}
