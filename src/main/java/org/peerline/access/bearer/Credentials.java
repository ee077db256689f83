package org.peerline.access.bearer;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.AccessConfig;
import org.peerline.access.Caller;
import org.peerline.access.RoleSet;
import org.peerline.access.Token;
import org.peerline.core.TimeSource;

/**
 * Finds out whose a token is. Asked on every request, so it is one indexed statement without a transaction; not
 * cached, so that a revoked key is refused at once, on every replica.
 */
@Singleton
public class Credentials {
    private final Jdbi jdbi;
    private final AdminKey adminKey;
    private final AccessConfig config;
    private final TimeSource time;

    Credentials(Jdbi jdbi, AdminKey adminKey, AccessConfig config, TimeSource time) {
        this.jdbi = jdbi;
        this.adminKey = adminKey;
        this.config = config;
        this.time = time;
    }

    /** A caller, and when the last use of the credential was written down. */
    private record Found(Caller caller, OffsetDateTime noted) {}

    /** Empty when the token is unknown, expired or revoked. */
    Optional<Caller> callerOf(Token token) {
        return switch (token.kind()) {
            case API_KEY -> callerOfKey(token.hash());
            case SESSION -> callerOfSession(token.hash());
        };
    }

    /** Whose a key is, by its hash: a session that was opened with the key lives no longer than the key. */
    public Optional<Caller> callerOfKey(byte[] hash) {
        if (adminKey.is(hash)) {
            return Optional.of(Caller.adminKey());
        }
        Instant now = time.now();
        return jdbi.withHandle(handle -> byKey(handle, hash, now).map(found -> {
            noteUse(handle, "update api_key set last_used_at = :now where id = :id", found, now);
            return found.caller();
        }));
    }

    private Optional<Caller> callerOfSession(byte[] hash) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> bySession(handle, hash, now).map(found -> {
            noteUse(handle, "update session set last_seen_at = :now where id = :id", found, now);
            return found.caller();
        }));
    }

    private Optional<Found> byKey(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("select id, roles, last_used_at from api_key where key_hash = :hash"
                        + " and revoked_at is null and (expires_at is null or expires_at > :now)")
                .bind("hash", hash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Found(
                        Caller.apiKey(row.getObject(1, UUID.class), RoleSet.read(row.getString(2))),
                        row.getObject(3, OffsetDateTime.class)))
                .findOne();
    }

    private Optional<Found> bySession(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("select id, peer_id, last_seen_at from session where token_hash = :hash"
                        + " and ended_at is null and expires_at > :now and last_seen_at > :idle")
                .bind("hash", hash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("idle", now.minus(config.sessionIdle()).atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Found(
                        Caller.session(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        row.getObject(3, OffsetDateTime.class)))
                .findOne();
    }

    /** Not on each request: a busy key would be one hot row. */
    private void noteUse(Handle handle, String update, Found found, Instant now) {
        Duration since = found.noted() == null
                ? Duration.ofDays(1)
                : Duration.between(found.noted().toInstant(), now);
        if (since.compareTo(config.lastUseEvery()) >= 0) {
            handle.createUpdate(update)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("id", found.caller().id())
                    .execute();
        }
    }
}
