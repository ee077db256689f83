package org.peerline.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/**
 * Allowances that all copies of the service share. An allowance fills up evenly over its window: each use pushes the
 * moment at which it would be whole again one step further, and that moment is never further away than the window. So a
 * use is one statement on one row, and there is no edge of an hour at which twice as much would go through.
 *
 * <p>A key is the id of a credential or the blind key of a number, never the number.
 */
@ApplicationScoped
public class Limits {
    /** How far the clocks of two copies may be apart; a moment further away was written by a clock that went wrong. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final String NEXT = "case when kept.whole_at > :impossible::timestamptz then :now::timestamptz"
            + " else greatest(kept.whole_at, :now::timestamptz) end + :step * interval '1 microsecond'";
    private static final String USE = """
            insert into rate_limit as kept (name, key, whole_at)
            values (:name, :key, :now::timestamptz + :step * interval '1 microsecond')
            on conflict (name, key) do update
            set whole_at = %1$s
            where %1$s <= :latest::timestamptz
            """.formatted(NEXT);

    private final Jdbi jdbi;
    private final LimitConfig config;
    private final TimeSource time;

    Limits(Jdbi jdbi, LimitConfig config, TimeSource time) {
        this.jdbi = jdbi;
        this.config = config;
        this.time = time;
    }

    /**
     * Uses one of the allowance, in the caller's transaction: a use that is rolled back was none.
     *
     * @return empty when it was there to use; otherwise how long until there is one again, and nothing was used
     */
    public Optional<Duration> use(Limit limit, String key) {
        int most = limit.most(config);
        return most == 0 ? Optional.empty() : use(limit, key, most);
    }

    /** The same answer, and nothing is used. */
    public Optional<Duration> look(Limit limit, String key) {
        int most = limit.most(config);
        return most == 0
                ? Optional.empty()
                : jdbi.withHandle(handle -> Optional.of(pause(handle, limit, key, step(limit, most), time.now()))
                        .filter(pause -> !pause.isNegative() && !pause.isZero()));
    }

    /** Whether so much of the allowance is used that somebody should know before it ends. */
    public boolean runsLow(Limit limit, String key) {
        int most = limit.most(config);
        if (most == 0) {
            return false;
        }
        Duration enough = limit.window().multipliedBy(config.alarm()).dividedBy(100);
        return jdbi.withHandle(handle -> wholeAt(handle, limit, key))
                .filter(whole -> !whole.isBefore(time.now().plus(enough)))
                .isPresent();
    }

    private Optional<Duration> use(Limit limit, String key, int most) {
        Instant now = time.now();
        Duration step = step(limit, most);
        return jdbi.withHandle(handle -> {
            int used = handle.createUpdate(USE)
                    .bind("name", limit.name())
                    .bind("key", key)
                    .bind("now", now)
                    .bind("step", step.toNanos() / 1000)
                    .bind("latest", now.plus(limit.window()))
                    .bind("impossible", now.plus(limit.window()).plus(CLOCKS_APART))
                    .execute();
            return used == 1 ? Optional.empty() : Optional.of(pause(handle, limit, key, step, now));
        });
    }

    private static Duration step(Limit limit, int most) {
        return limit.window().dividedBy(most);
    }

    /** Not above zero where there is one to use. */
    private static Duration pause(Handle handle, Limit limit, String key, Duration step, Instant now) {
        return wholeAt(handle, limit, key)
                .filter(whole -> !whole.isAfter(now.plus(limit.window()).plus(CLOCKS_APART)))
                .map(whole -> Duration.between(now, whole.plus(step).minus(limit.window())))
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> wholeAt(Handle handle, Limit limit, String key) {
        return handle.select("select whole_at from rate_limit where name = ? and key = ?", limit.name(), key)
                .mapTo(Instant.class)
                .findOne();
    }
}
