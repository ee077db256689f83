package org.peerline.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a peer was given what counts towards their monthly cap: a rolling window of 30 times 24 hours.
 *
 * @param recent the beginnings of the counted assignments, oldest first; what is older than the window may be missing
 */
public record Caseload(List<Instant> recent) {
    public static final Duration WINDOW = Duration.ofDays(30);

    public Caseload {
        recent = List.copyOf(recent);
    }

    public int inWindow(Instant now) {
        return (int) recent.stream().filter(at -> at.isAfter(now.minus(WINDOW))).count();
    }

    /** One more, and what has left the window forgotten. */
    public Caseload with(Instant assigned) {
        return new Caseload(Stream.concat(recent.stream(), Stream.of(assigned))
                .filter(at -> at.isAfter(assigned.minus(WINDOW)))
                .sorted()
                .toList());
    }

    /** When a peer who is at this cap has room again; empty for one who has room. */
    public Optional<Instant> roomAgain(int cap, Instant now) {
        return inWindow(now) < cap
                ? Optional.empty()
                : Optional.of(recent.get(recent.size() - cap).plus(WINDOW));
    }
}
