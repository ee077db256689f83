package org.peerline.sms.simulator.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.api.input.PlainText;
import org.peerline.api.problem.BadInput;

/** How far to move the service's time: one of the two. */
@Schema(description = "How far to move the service's time: give one of the two.")
public record SimulatedMove(
        @Schema(description = "A length of time such as PT24H or P1D.", examples = "PT24H") @PlainText(max = 40)
        String advance,

        @Schema(description = "The new time; not before the present one.")
        Instant now) {
    private static final long MOST_DAYS = 3660;

    Instant target(Instant present) {
        if ((advance == null) == (now == null)) {
            throw BadInput.of("advance", "Give either advance or now.");
        }
        Instant target = now != null ? now : present.plus(length());
        if (target.isBefore(present)) {
            throw BadInput.of(now != null ? "now" : "advance", "Time moves forward only.");
        }
        if (target.isAfter(present.plus(MOST_DAYS, ChronoUnit.DAYS))) {
            throw BadInput.of(now != null ? "now" : "advance", "At most ten years at once.");
        }
        return target;
    }

    private Duration length() {
        try {
            return Duration.parse(advance);
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw BadInput.of("advance", "Must be a length of time such as PT24H or P1D.");
        }
    }
}
