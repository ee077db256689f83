package org.peerline.sms.outbox.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When it is tried again whether a held sender, or the provider, can send: soon at first, every five minutes at last. */
record ProbePlan(List<Duration> waits) {
    static final ProbePlan STANDARD = new ProbePlan(List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5)));

    /** @param probes how many have failed */
    Instant next(Instant now, int probes) {
        return now.plus(waits.get(Math.min(Math.max(probes, 0), waits.size() - 1)));
    }

    /** A probe that is further away than any wait has been planned by a clock that was ahead: it is due. */
    Instant latest(Instant now) {
        return now.plus(waits.get(waits.size() - 1));
    }
}
