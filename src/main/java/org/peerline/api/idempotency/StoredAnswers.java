package org.peerline.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.privacy.Vault;

/** The first answers to requests with a key, kept for 24 hours and sealed: they can carry personal data. */
@Singleton
public class StoredAnswers {
    static final Duration KEPT = Duration.ofHours(24);
    private static final String PURPOSE = "idempotent_answer";

    private final Jdbi jdbi;
    private final Vault vault;
    private final ObjectMapper json;
    private final TimeSource time;

    StoredAnswers(Jdbi jdbi, Vault vault, ObjectMapper json, TimeSource time) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    /** What a key stands for. */
    sealed interface Claim {}

    /** Nobody had it: the work is to be done, and its answer kept under this row. */
    record Mine(UUID row) implements Claim {}

    record Replayed(Response answer) implements Claim {}

    record OtherRequest() implements Claim {}

    /** A request with the same key that is still at work is waited for, on the unique index. */
    Claim claim(ClaimedKey key) {
        UUID row = Identifier.next();
        Instant now = time.now();
        int mine = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into idempotent_answer as kept (id, caller, key_hash, fingerprint, created_at)
                        values (:id, :caller, :keyHash, :fingerprint, :now)
                        on conflict (caller, key_hash) do update
                        set id = excluded.id, fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                            status = null, location = null, etag = null, answer = null
                        where kept.created_at <= :oldest
                        """)
                .bind("id", row)
                .bind("caller", key.caller())
                .bind("keyHash", key.keyHash())
                .bind("fingerprint", key.fingerprint())
                .bind("now", now)
                .bind("oldest", now.minus(KEPT))
                .execute());
        return mine == 1 ? new Mine(row) : earlier(key);
    }

    private Claim earlier(ClaimedKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, fingerprint, status, location, etag, answer from idempotent_answer
                        where caller = :caller and key_hash = :keyHash
                        """)
                .bind("caller", key.caller())
                .bind("keyHash", key.keyHash())
                .<Claim>map((kept, context) -> MessageDigest.isEqual(kept.getBytes("fingerprint"), key.fingerprint())
                        ? new Replayed(answer(kept))
                        : new OtherRequest())
                .one());
    }

    private Response answer(ResultSet kept) throws SQLException {
        var answer = Response.status(kept.getInt("status")).header("Idempotency-Replayed", "true");
        if (kept.getString("location") != null) {
            answer.header(HttpHeaders.LOCATION, kept.getString("location"));
        }
        if (kept.getString("etag") != null) {
            answer.header(HttpHeaders.ETAG, kept.getString("etag"));
        }
        String body = vault.openForService(PURPOSE, kept.getObject("id", UUID.class), kept.getBytes("answer"));
        if (body != null) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(new RawValue(body));
        }
        return answer.build();
    }

    void keep(Mine mine, Response answer) {
        Object shown = answer.getEntity() instanceof ShownOnce once ? once.withoutSecret() : answer.getEntity();
        String body = shown == null ? null : written(shown);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update idempotent_answer
                        set status = :status, location = :location, etag = :etag, answer = :answer
                        where id = :id
                        """)
                .bind("status", answer.getStatus())
                .bind("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .bind("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .bind("answer", vault.sealForService(PURPOSE, mine.row(), body))
                .bind("id", mine.row())
                .execute());
    }

    private String written(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    /** Removes what is older than a day; one statement, so any number of replicas may do it. */
    int sweep() {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from idempotent_answer where created_at <= :oldest")
                        .bind("oldest", time.now().minus(KEPT))
                        .execute());
    }
}
