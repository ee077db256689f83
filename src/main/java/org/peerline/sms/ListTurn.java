package org.peerline.sms;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Whose turn it is to read one of the provider's lists, and how far it has been read: one copy of the service at a time.
 * Each method runs in its caller's transaction.
 */
public final class ListTurn {
    private final Jdbi jdbi;
    private final Which list;
    private final Duration every;

    /** @param every how long after one reading the next begins */
    public ListTurn(Jdbi jdbi, Which list, Duration every) {
        this.jdbi = jdbi;
        this.list = list;
        this.every = every;
    }

    /** The lists, each with its row. */
    public enum Which {
        RECEIVED(1, Duration.ofSeconds(30)),
        SENT(2, Duration.ofMinutes(2));

        private final int row;
        /** Longer than it usually takes to read. A replica that died must not be waited for; reading twice is harmless. */
        private final Duration lease;

        Which(int row, Duration lease) {
            this.row = row;
            this.lease = lease;
        }
    }

    /** @param seenUntil up to when it has been read; empty for never */
    public record Turn(Optional<Instant> seenUntil) {}

    /** At a start: what was told to nobody meanwhile is wanted now. */
    public void wanted(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into reconciliation (id, next_at) values (?, ?)"
                        + " on conflict (id) do update set next_at = excluded.next_at",
                list.row,
                now));
    }

    /**
     * Empty when it is nobody's turn, or another's. A time that lies too far ahead was planned by a clock that was wrong.
     */
    public Optional<Turn> take(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "insert into reconciliation as r (id, next_at, claimed_until)"
                                + " values (:row, :now, :until) on conflict (id) do update set claimed_until = excluded.claimed_until"
                                + " where (r.next_at <= :now or r.next_at > :latest)"
                                + " and (r.claimed_until is null or r.claimed_until < :now or r.claimed_until > :until)"
                                + " returning r.seen_until")
                .bind("row", list.row)
                .bind("now", now)
                .bind("until", now.plus(list.lease))
                .bind("latest", now.plus(every))
                .map((row, context) -> new Turn(
                        Optional.ofNullable(row.getTimestamp("seen_until")).map(Timestamp::toInstant)))
                .findFirst());
    }

    public void done(Instant seenUntil) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, seen_until = ?, next_at = ? where id = ?",
                seenUntil,
                seenUntil.plus(every),
                list.row));
    }

    /** It could not be read whole: soon again. */
    public void failed(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, next_at = ? where id = ?",
                now.plus(every.dividedBy(5)),
                list.row));
    }
}
