package org.peerline.access.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A one-time code for one number. Unknown numbers have rows too, so that both cases cost and count the same. */
@Entity
@Table(name = "sign_in_code")
public class SignInCode {
    @Id
    private UUID id;

    @Column(name = "number_index")
    private String numberIndex;

    @Column(name = "peer_id")
    private UUID peerId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int attempts;

    @Column(name = "used_at")
    private Instant usedAt;

    protected SignInCode() {}

    SignInCode(UUID id, String numberIndex, Optional<UUID> peer, String codeHash, Instant now, Duration lifetime) {
        this.id = id;
        this.numberIndex = numberIndex;
        this.peerId = peer.orElse(null);
        this.codeHash = codeHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    UUID id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Counts as an attempt, and uses the code up where it is right. Empty when it does not sign anybody in. */
    Optional<UUID> use(String presentedHash, Instant now, int attemptsAllowed) {
        if (usedAt != null || !now.isBefore(expiresAt) || attempts >= attemptsAllowed) {
            return Optional.empty();
        }
        attempts++;
        boolean right = MessageDigest.isEqual(
                codeHash.getBytes(StandardCharsets.US_ASCII), presentedHash.getBytes(StandardCharsets.US_ASCII));
        if (!right || peerId == null) {
            return Optional.empty();
        }
        usedAt = now;
        return Optional.of(peerId);
    }
}
