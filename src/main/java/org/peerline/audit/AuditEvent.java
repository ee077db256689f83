package org.peerline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** One entry of the audit, as it stands; what may be null is null. */
public record AuditEvent(
        UUID id,
        Instant at,
        String actorKind,
        UUID actorId,
        String actorRoles,
        String action,
        String subjectKind,
        UUID subjectId,
        String detail,
        String purpose) {

    /** The columns that {@link #of} reads, of a table called {@code e}. */
    public static final String COLUMNS =
            "e.id, e.at, e.actor_kind, e.actor_id, e.actor_roles, e.action, e.subject_kind,"
                    + " e.subject_id, e.detail, e.purpose";

    public static AuditEvent of(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_roles"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("detail"),
                row.getString("purpose"));
    }
}
