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
    private static final String USE = """
            insert into rate_limit as kept (name, key, whole_at)
            values (:name, :key, :now::timestamptz + :step * interval '1 microsecond')
            on conflict (name, key) do update
            set whole_at = greatest(kept.whole_at, :now::timestamptz) + :step * interval '1 microsecond'
            where greatest(kept.whole_at, :now::timestamptz) + :step * interval '1 microsecond' <= :latest::timestamptz
            """;

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

    private Optional<Duration> use(Limit limit, String key, int most) {
        Instant now = time.now();
        Duration step = limit.window().dividedBy(most);
        return jdbi.withHandle(handle -> {
            int used = handle.createUpdate(USE)
                    .bind("name", limit.name())
                    .bind("key", key)
                    .bind("now", now)
                    .bind("step", step.toNanos() / 1000)
                    .bind("latest", now.plus(limit.window()))
                    .execute();
            return used == 1 ? Optional.empty() : Optional.of(pause(handle, limit, key, step, now));
        });
    }

    private static Duration pause(Handle handle, Limit limit, String key, Duration step, Instant now) {
        Instant whole = handle.select("select whole_at from rate_limit where name = ? and key = ?", limit.name(), key)
                .mapTo(Instant.class)
                .one();
        return Duration.between(now, whole.plus(step).minus(limit.window()));
    }
}
