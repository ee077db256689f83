package org.peerline.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/**
 * The append-only record of who did what to which subject. Entries carry ids and codes, never a name, number or text,
 * and are written in the transaction of the change itself.
 */
@ApplicationScoped
public class Audit {
    private final Jdbi jdbi;
    private final TimeSource time;

    Audit(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /**
     * @param action what happened, such as {@code REQUEST_OPENED}
     * @param detail codes that explain it, or {@code null}; no personal data
     */
    public void record(Actor actor, String action, Subject subject, String detail) {
        record(actor, action, subject, detail, null);
    }

    /** @param purpose why it was done, where a reason was asked: a code */
    public void record(Actor actor, String action, Subject subject, String detail, String purpose) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into audit_event"
                        + " (id, at, actor_kind, actor_id, actor_roles, action, subject_kind, subject_id, detail, purpose)"
                        + " values (:id, :at, :actorKind, cast(:actorId as uuid), :actorRoles, :action, :kind, :subject,"
                        + " :detail, :purpose)")
                .bind("id", Identifier.next())
                .bind("at", time.now())
                .bind("actorKind", actor.kind().name())
                .bind("actorId", actor.id())
                .bind("actorRoles", actor.roles())
                .bind("action", action)
                .bind("kind", subject.kind().name())
                .bind("subject", subject.id())
                .bind("detail", detail)
                .bind("purpose", purpose)
                .execute());
    }

    /** That somebody saw the personal data of these subjects, with one statement. */
    public void recordReads(Actor actor, String action, Subject.Kind kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("insert into audit_event"
                        + " (id, at, actor_kind, actor_id, actor_roles, action, subject_kind, subject_id)"
                        + " select id, :at, :actorKind, :actorId::uuid, :actorRoles, :action, :kind, subject"
                        + " from unnest(:ids, :subjects) as seen (id, subject)")
                .bind(
                        "ids",
                        Stream.generate(Identifier::next).limit(subjects.size()).toArray(UUID[]::new))
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("at", time.now())
                .bind("actorKind", actor.kind().name())
                .bind("actorId", actor.id())
                .bind("actorRoles", actor.roles())
                .bind("action", action)
                .bind("kind", kind.name())
                .execute());
    }

    /** Whether this has ever happened to anything of the kind; no index helps, so it is for seldom use. */
    public boolean knows(String action, Subject.Kind kind) {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select 1 from audit_event where action = ? and subject_kind = ?)",
                        action,
                        kind.name())
                .mapTo(Boolean.class)
                .one());
    }
}
