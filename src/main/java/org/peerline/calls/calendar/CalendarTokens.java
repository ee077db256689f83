package org.peerline.calls.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/** Who may read whose feed: one token a peer, known here by its hash only. */
@ApplicationScoped
public class CalendarTokens {
    private static final Duration NOTE_EVERY = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Audit audit;
    private final TimeSource time;

    CalendarTokens(Jdbi jdbi, Audit audit, TimeSource time) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.time = time;
    }

    /** A new token, in the caller's transaction; an older one opens nothing from now on. */
    public CalendarToken issue(UUID peer) {
        var token = CalendarToken.random();
        jdbi.useHandle(handle -> handle.execute(
                "insert into calendar_token (peer_id, token_hash, created_at) values (?, ?, ?) on conflict (peer_id)"
                        + " do update set token_hash = excluded.token_hash, created_at = excluded.created_at",
                peer,
                token.hash(),
                time.now()));
        audit.record(Actor.peer(peer), "CALENDAR_OPENED", Subject.of(Subject.Kind.PEER, peer), null);
        return token;
    }

    /** False when there was none. */
    public boolean revoke(UUID peer) {
        boolean revoked =
                jdbi.withHandle(handle -> handle.execute("delete from calendar_token where peer_id = ?", peer)) == 1;
        if (revoked) {
            audit.record(Actor.peer(peer), "CALENDAR_CLOSED", Subject.of(Subject.Kind.PEER, peer), null);
        }
        return revoked;
    }

    /** That the feed was read: once an hour at most, because calendar programs ask all day. */
    public void noteRead(UUID peer) {
        Instant now = time.now();
        int noted = jdbi.withHandle(handle -> handle.execute(
                "update calendar_token set last_read_at = ?"
                        + " where peer_id = ? and (last_read_at is null or last_read_at <= ?)",
                now,
                peer,
                now.minus(NOTE_EVERY)));
        if (noted == 1) {
            audit.record(Actor.peer(peer), "CALENDAR_READ", Subject.of(Subject.Kind.PEER, peer), null);
        }
    }

    /** When the present token was made. */
    public Optional<Instant> issuedAt(UUID peer) {
        return jdbi.withHandle(handle -> handle.select("select created_at from calendar_token where peer_id = ?", peer)
                .mapTo(Instant.class)
                .findFirst());
    }

    /** Whose feed the token opens; nobody's once they have left the roster. */
    public Optional<UUID> peerOf(CalendarToken token) {
        return jdbi.withHandle(handle -> handle.createQuery("select t.peer_id from calendar_token t"
                        + " join peer p on p.id = t.peer_id where t.token_hash = :hash and p.status <> 'RETIRED'")
                .bind("hash", token.hash())
                .mapTo(UUID.class)
                .findFirst());
    }
}
