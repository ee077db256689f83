package org.peerline.api.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peerline.core.TimeSource;

/**
 * What each credential was shown within the hour. Whoever looks again, as programs do every few seconds, is told nothing
 * new, so it is not counted. Each copy of the service remembers for itself; what it has forgotten is counted once more.
 */
@ApplicationScoped
class ShownLately {
    private static final Duration LATELY = Duration.ofHours(1);

    /** A few megabytes at most. */
    private static final int MOST = 20_000;

    private final TimeSource time;
    private final Map<Shown, Instant> since = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record Shown(String caller, String thing) {}

    ShownLately(TimeSource time) {
        this.time = time;
    }

    synchronized boolean contains(String caller, String thing) {
        Instant at = since.get(new Shown(caller, thing));
        return at != null && at.plus(LATELY).isAfter(time.now());
    }

    /** @param thing its id, of something that there is, so that nobody can fill this with what they please */
    synchronized void add(String caller, String thing) {
        var shown = new Shown(caller, thing);
        since.remove(shown);
        since.put(shown, time.now());
    }
}
