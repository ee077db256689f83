package org.peerline.sms.inbox.late;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Whose turn it is to compare, and how far it has been done. Each method runs in its caller's transaction. */
@ApplicationScoped
class Reconciliation {
    /** Longer than it usually takes to read the list. A replica that died must not be waited for; reading twice is harmless. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final LateConfig config;

    Reconciliation(Jdbi jdbi, LateConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** @param seenUntil up to when it has been compared; empty for never */
    record Turn(Optional<Instant> seenUntil) {}

    /** At a start: whatever webhooks lost meanwhile is wanted now. */
    void wanted(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into reconciliation (id, next_at) values (1, ?)"
                        + " on conflict (id) do update set next_at = excluded.next_at",
                now));
    }

    /** For one replica at a time. A time that lies too far ahead was planned by a clock that was wrong. */
    Optional<Turn> take(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "insert into reconciliation as r (id, next_at, claimed_until)"
                                + " values (1, :now, :until) on conflict (id) do update set claimed_until = excluded.claimed_until"
                                + " where (r.next_at <= :now or r.next_at > :latest)"
                                + " and (r.claimed_until is null or r.claimed_until < :now or r.claimed_until > :until)"
                                + " returning r.seen_until")
                .bind("now", now)
                .bind("until", now.plus(LEASE))
                .bind("latest", now.plus(config.every()))
                .map((row, context) -> new Turn(
                        Optional.ofNullable(row.getTimestamp("seen_until")).map(Timestamp::toInstant)))
                .findFirst());
    }

    void done(Instant seenUntil) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, seen_until = ?, next_at = ? where id = 1",
                seenUntil,
                seenUntil.plus(config.every())));
    }

    /** It could not be read: soon again. */
    void failed(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, next_at = ? where id = 1",
                now.plus(config.every().dividedBy(5))));
    }
}
