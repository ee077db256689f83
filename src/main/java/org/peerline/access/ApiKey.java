package org.peerline.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.core.Identifier;

/** A key of an integrator or a member of staff. The key itself is shown once; only its hash is here. */
@Entity
@Table(name = "api_key")
public class ApiKey {
    @Id
    private UUID id;

    private String name;

    @Convert(converter = RoleSet.class)
    private Set<Role> roles;

    @Column(name = "key_hash")
    private byte[] keyHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    protected ApiKey() {}

    ApiKey(String name, Set<Role> roles, Token key, Instant now, Optional<Instant> expiresAt) {
        this.id = Identifier.next();
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.keyHash = key.hash();
        this.createdAt = now;
        this.expiresAt = expiresAt.orElse(null);
    }

    /** The first revocation counts; a second changes nothing. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Set<Role> roles() {
        return roles;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
