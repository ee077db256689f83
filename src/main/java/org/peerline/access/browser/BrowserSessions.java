package org.peerline.access.browser;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.AccessConfig;
import org.peerline.access.Caller;
import org.peerline.access.RoleSet;
import org.peerline.access.Token;
import org.peerline.access.bearer.Credentials;
import org.peerline.access.oidc.StaffSignIn;
import org.peerline.access.signin.Sessions;
import org.peerline.access.signin.SignInOutcome.SignedIn;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/**
 * Who has signed in to the pages. The credential itself never reaches a cookie: the browser holds a token of its own,
 * which is worth nothing once the credential is revoked, the person signs out, or nobody has been there for a while.
 */
@Singleton
public class BrowserSessions {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Credentials credentials;
    private final Sessions sessions;
    private final StaffSignIn staffSignIn;
    private final Audit audit;
    private final AccessConfig config;
    private final TimeSource time;

    BrowserSessions(
            Jdbi jdbi,
            Credentials credentials,
            Sessions sessions,
            StaffSignIn staffSignIn,
            Audit audit,
            AccessConfig config,
            TimeSource time) {
        this.jdbi = jdbi;
        this.credentials = credentials;
        this.sessions = sessions;
        this.staffSignIn = staffSignIn;
        this.audit = audit;
        this.config = config;
        this.time = time;
    }

    /** What opened a session: one of the three. */
    private record OpenedBy(byte[] keyHash, UUID session, UUID staff, String staffRoles) {}

    private record Found(UUID id, OpenedBy by, Instant seen) {}

    /** The token for the browser; empty when the key opens nothing. */
    @Transactional
    public Optional<Token> openByKey(Token key) {
        return credentials
                .callerOfKey(key.hash())
                .map(caller -> open(caller, new OpenedBy(key.hash(), null, null, null), longest()));
    }

    /** The token for the browser of a peer who has just signed in with a code. */
    @Transactional
    public Token openFor(SignedIn peer) {
        return open(
                Caller.session(peer.sessionId(), peer.peerId()),
                new OpenedBy(null, peer.sessionId(), null, null),
                peer.expiresAt());
    }

    /** The token for the browser of somebody whom the identity provider has just vouched for. */
    @Transactional
    public Token openForStaff(Caller staff) {
        return open(
                staff,
                new OpenedBy(null, null, staff.id(), new RoleSet().convertToDatabaseColumn(staff.roles())),
                longest());
    }

    private Instant longest() {
        return time.now().plus(config.sessionLongest());
    }

    private Token open(Caller caller, OpenedBy by, Instant expiresAt) {
        Token token = Token.random(Token.Kind.SESSION);
        UUID id = Identifier.next();
        jdbi.useHandle(handle -> handle.createUpdate("insert into browser_session"
                        + " (id, token_hash, key_hash, session_id, staff_id, staff_roles, created_at, expires_at, last_seen_at)"
                        + " values (:id, :token, cast(:key as bytea), cast(:session as uuid), cast(:staff as uuid), :roles,"
                        + " :now, :expires, :now)")
                .bind("id", id)
                .bind("token", token.hash())
                .bind("key", by.keyHash())
                .bind("session", by.session())
                .bind("staff", by.staff())
                .bind("roles", by.staffRoles())
                .bind("now", time.now())
                .bind("expires", expiresAt)
                .execute());
        audit.record(caller.actor(), "SIGNED_IN_TO_PAGES", Subject.of(Subject.Kind.SESSION, id), null);
        return token;
    }

    /**
     * Whose browser it is; empty when the session is unknown or has ended.
     *
     * @param attended a person has done something; a page that looks by itself does not keep a session alive
     */
    Optional<Caller> callerOf(Token token, boolean attended) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> find(handle, token, now).flatMap(found -> {
            Optional<Caller> caller = callerOf(handle, found, now);
            if (attended
                    && caller.isPresent()
                    && !found.seen().plus(config.lastUseEvery()).isAfter(now)) {
                handle.execute("update browser_session set last_seen_at = ? where id = ?", now, found.id());
            }
            return caller;
        }));
    }

    private Optional<Found> find(Handle handle, Token token, Instant now) {
        return handle.createQuery(
                        "select id, key_hash, session_id, staff_id, staff_roles, last_seen_at from browser_session"
                                + " where token_hash = :token and ended_at is null and expires_at > :now and last_seen_at > :idle")
                .bind("token", token.hash())
                .bind("now", now)
                .bind("idle", now.minus(config.sessionIdle()))
                .map((row, context) -> found(row))
                .findFirst();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                new OpenedBy(
                        row.getBytes("key_hash"),
                        row.getObject("session_id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        row.getString("staff_roles")),
                row.getTimestamp("last_seen_at").toInstant());
    }

    private Optional<Caller> callerOf(Handle handle, Found found, Instant now) {
        OpenedBy by = found.by();
        if (by.keyHash() != null) {
            return credentials.callerOfKey(by.keyHash());
        }
        if (by.staff() != null) {
            return staffSignIn.isOffered()
                    ? Optional.of(Caller.staff(by.staff(), RoleSet.read(by.staffRoles())))
                    : Optional.empty();
        }
        return handle.select(
                        "select peer_id from session where id = ? and ended_at is null and expires_at > ?",
                        by.session(),
                        now)
                .mapTo(UUID.class)
                .findFirst()
                .map(peer -> Caller.session(by.session(), peer));
    }

    /** From the next request on the browser is a stranger; for a peer the session behind it ends too. */
    @Transactional
    public void end(Token token, Caller caller) {
        Instant now = time.now();
        jdbi.useHandle(handle -> find(handle, token, now).ifPresent(found -> {
            handle.execute("update browser_session set ended_at = ? where id = ?", now, found.id());
            Optional.ofNullable(found.by().session()).ifPresent(sessions::end);
            audit.record(caller.actor(), "SIGNED_OUT_OF_PAGES", Subject.of(Subject.Kind.SESSION, found.id()), null);
        }));
    }

    @Scheduled(every = "{peerline.clock.sign-in-sweep}", delayed = "1m")
    @Transactional
    void sweep() {
        jdbi.useHandle(handle -> handle.execute(
                "delete from browser_session where expires_at < ?", time.now().minus(KEPT)));
    }
}
