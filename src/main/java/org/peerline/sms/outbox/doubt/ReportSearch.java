package org.peerline.sms.outbox.doubt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Whose turn it is to search for lost reports, and from when on. Each method runs in its caller's transaction. */
@ApplicationScoped
class ReportSearch {
    /** Longer than it usually takes to read the list. A replica that died must not be waited for; searching twice is harmless. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The provider tries for ten hours at most, and tells it a little later. */
    private static final Duration UNTIL_TOLD = Duration.ofHours(11);

    private static final Duration FURTHEST = Duration.ofDays(3);

    private final Jdbi jdbi;
    private final Duration every;

    ReportSearch(
            Jdbi jdbi, @ConfigProperty(name = "peerline.clock.lost-reports", defaultValue = "PT15M") Duration every) {
        this.jdbi = jdbi;
        this.every = every;
    }

    /** At a start: callbacks that came meanwhile were told to nobody. */
    void wanted(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into reconciliation (id, next_at) values (2, ?)"
                        + " on conflict (id) do update set next_at = excluded.next_at",
                now));
    }

    /**
     * For one replica at a time. A time that lies too far ahead was planned by a clock that was wrong.
     *
     * @return from when on texts may have been sent whose report is missing; empty when it is nobody's turn, or another's
     */
    Optional<Instant> take(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "insert into reconciliation as r (id, next_at, claimed_until)"
                                + " values (2, :now, :until) on conflict (id) do update set claimed_until = excluded.claimed_until"
                                + " where (r.next_at <= :now or r.next_at > :latest)"
                                + " and (r.claimed_until is null or r.claimed_until < :now or r.claimed_until > :until)"
                                + " returning r.seen_until")
                .bind("now", now)
                .bind("until", now.plus(LEASE))
                .bind("latest", now.plus(every))
                .map((row, context) -> since(
                        now,
                        Optional.ofNullable(row.getTimestamp("seen_until"))
                                .map(Timestamp::toInstant)
                                .orElse(now)))
                .findFirst());
    }

    private static Instant since(Instant now, Instant seenUntil) {
        Instant from = (seenUntil.isAfter(now) ? now : seenUntil).minus(UNTIL_TOLD);
        Instant furthest = now.minus(FURTHEST);
        return from.isBefore(furthest) ? furthest : from;
    }

    void done(Instant seenUntil) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, seen_until = ?, next_at = ? where id = 2",
                seenUntil,
                seenUntil.plus(every)));
    }

    /** It could not be read whole: soon again. */
    void failed(Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update reconciliation set claimed_until = null, next_at = ? where id = 2",
                now.plus(every.dividedBy(5))));
    }
}
