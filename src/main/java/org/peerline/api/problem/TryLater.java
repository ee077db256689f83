package org.peerline.api.problem;

import java.time.Duration;

/** 429 or 503: not now; the answer says in {@code Retry-After} when. */
public final class TryLater extends ApiException {
    private final transient Duration after;

    private TryLater(ProblemType type, String detail, Duration after) {
        super(type, detail);
        this.after = after;
    }

    public static TryLater limitReached(Duration after) {
        return new TryLater(ProblemType.TOO_MANY_REQUESTS, "That was too often. Please wait and try again.", after);
    }

    public static TryLater unavailable(Duration after) {
        return new TryLater(
                ProblemType.UNAVAILABLE, "The service cannot answer at the moment. Please try again.", after);
    }

    /** Whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }
}
