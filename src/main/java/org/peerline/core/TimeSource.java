package org.peerline.core;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The only place that reads the machine's clock.
 *
 * <p>With the simulator gateway, and in tests, the service's time can be ahead of the machine's: {@link #moveTo} sets
 * the difference and time goes on ticking from there. Instants have microseconds, as PostgreSQL keeps them.
 */
@ApplicationScoped
public class TimeSource {
    private volatile Duration ahead = Duration.ZERO;

    /** The service's present moment, in UTC with microseconds. */
    public Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far the service's time is from the machine's; zero in production. */
    public Duration ahead() {
        return ahead;
    }

    /** Makes {@code now} the present moment. Callers outside tests only ever move forward. */
    public void moveTo(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }
}
