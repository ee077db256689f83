package org.peerline.access.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/** Who is signed in. */
@ApplicationScoped
public class Sessions {
    private final EntityManager database;
    private final TimeSource time;
    private final Audit audit;

    Sessions(EntityManager database, TimeSource time, Audit audit) {
        this.audit = audit;
        this.database = database;
        this.time = time;
    }

    void add(Session session) {
        database.persist(session);
    }

    /** Its token is refused from the next request on. */
    @Transactional
    public void end(UUID id) {
        Optional.ofNullable(database.find(Session.class, id)).ifPresent(session -> {
            session.end(time.now());
            audit.record(
                    Actor.peer(session.peerId()),
                    "SESSION_CLOSED",
                    Subject.of(Subject.Kind.PEER, session.peerId()),
                    null);
        });
    }

    /** For a peer who has left or lost their phone. */
    @Transactional
    public void endAllOf(UUID peerId) {
        database.createQuery("update Session s set s.endedAt = :now where s.peerId = :peer and s.endedAt is null")
                .setParameter("now", time.now())
                .setParameter("peer", peerId)
                .executeUpdate();
    }

    int removeExpiredBefore(Instant oldest) {
        return database.createQuery("delete from Session s where s.expiresAt < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate();
    }
}
