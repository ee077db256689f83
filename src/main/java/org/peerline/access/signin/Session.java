package org.peerline.access.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.peerline.access.Token;
import org.peerline.core.Identifier;

/** A signed-in peer. The token is known to the peer only; its hash is here. */
@Entity
@Table(name = "session")
public class Session {
    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "peer_id")
    private UUID peerId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_seen_at", updatable = false)
    private Instant lastSeenAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Session() {}

    Session(Token token, UUID peerId, Instant now, Duration longest) {
        this.id = Identifier.next();
        this.tokenHash = token.hash();
        this.peerId = peerId;
        this.createdAt = now;
        this.expiresAt = now.plus(longest);
        this.lastSeenAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID peerId() {
        return peerId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
