package org.peerline.access.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.peerline.core.TimeSource;

/** Removes codes and sessions that have been of no use for a day. Set-based, so any number of replicas may do it. */
@Singleton
public class SignInSweep {
    private static final Duration KEPT = Duration.ofDays(1);

    private final SignInCodes codes;
    private final Sessions sessions;
    private final TimeSource time;

    SignInSweep(SignInCodes codes, Sessions sessions, TimeSource time) {
        this.codes = codes;
        this.sessions = sessions;
        this.time = time;
    }

    @Scheduled(every = "{peerline.clock.sign-in-sweep}", delayed = "1m")
    @Transactional
    void sweep() {
        Instant oldest = time.now().minus(KEPT);
        codes.removeOlderThan(oldest);
        sessions.removeExpiredBefore(oldest);
    }
}
