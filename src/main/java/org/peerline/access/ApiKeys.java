package org.peerline.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/** The keys that open doors by role. */
@ApplicationScoped
public class ApiKeys {
    private final EntityManager database;
    private final Audit audit;
    private final CurrentActor current;
    private final TimeSource time;

    ApiKeys(EntityManager database, Audit audit, CurrentActor current, TimeSource time) {
        this.audit = audit;
        this.current = current;
        this.database = database;
        this.time = time;
    }

    /** A new key, and the only moment at which its text is known. */
    public record Issued(ApiKey key, Token token) {}

    @Transactional
    public Issued issue(String name, Set<Role> roles, Optional<Instant> expiresAt) {
        Token token = Token.random(Token.Kind.API_KEY);
        var key = new ApiKey(name, roles, token, time.now(), expiresAt);
        database.persist(key);
        audit.record(
                current.actor(),
                "API_KEY_ISSUED",
                Subject.of(Subject.Kind.API_KEY, key.id()),
                new RoleSet().convertToDatabaseColumn(roles));
        return new Issued(key, token);
    }

    public Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(database.find(ApiKey.class, id));
    }

    /** In the order in which they were made. */
    public List<ApiKey> list(Optional<UUID> after, int rows) {
        return database.createQuery("FROM ApiKey k WHERE k.id > :after ORDER BY k.id", ApiKey.class)
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setMaxResults(rows)
                .getResultList();
    }

    /** From the next request on it is refused. False when there is no such key. */
    @Transactional
    public boolean revoke(UUID id) {
        Optional<ApiKey> key = find(id);
        key.ifPresent(known -> {
            known.revoke(time.now());
            audit.record(current.actor(), "API_KEY_REVOKED", Subject.of(Subject.Kind.API_KEY, id), null);
        });
        return key.isPresent();
    }
}
