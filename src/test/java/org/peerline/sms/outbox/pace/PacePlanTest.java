package org.peerline.sms.outbox.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacePlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PacePlan STRICT = new PacePlan(2, Duration.ZERO);
    private static final PacePlan AHEAD = new PacePlan(1, Duration.ofMinutes(5));

    @Test
    void text_takes_as_long_as_its_segments() {
        assertEquals(NOW.plusMillis(1500), STRICT.after(NOW, NOW, 3));
        assertFalse(STRICT.mayHandOver(NOW.plusMillis(1500), NOW));
        assertTrue(STRICT.mayHandOver(NOW.plusMillis(1500), NOW.plusMillis(1500)));
    }

    @Test
    void silence_saves_nothing_up() {
        assertEquals(NOW.plusSeconds(1), STRICT.after(NOW.minusSeconds(3600), NOW, 2));
    }

    @Test
    void number_may_run_ahead_by_so_much() {
        assertTrue(AHEAD.mayHandOver(NOW.plusSeconds(300), NOW));
        assertFalse(AHEAD.mayHandOver(NOW.plusSeconds(301), NOW));
    }

    @Test
    void clock_that_was_put_back_stops_nobody() {
        assertTrue(AHEAD.mayHandOver(NOW.plus(Duration.ofHours(1)), NOW));
        assertEquals(NOW.plusSeconds(1), AHEAD.after(NOW.plus(Duration.ofHours(1)), NOW, 1));
    }

    @Test
    void pace_is_held_over_any_hour_of_any_traffic() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            Instant freeAt = NOW;
            Instant now = NOW;
            long sent = 0;
            while (now.isBefore(NOW.plusSeconds(3600))) {
                int segments = 1 + random.nextInt(24);
                if (AHEAD.mayHandOver(freeAt, now)) {
                    freeAt = AHEAD.after(freeAt, now, segments);
                    sent += segments;
                }
                now = now.plusMillis(random.nextInt(2000));
            }
            assertTrue(sent <= 3600 + 300 + 24, "seed " + seed + " sent " + sent);
        }
    }

    @Test
    void pace_is_not_negative() {
        assertThrows(IllegalArgumentException.class, () -> new PacePlan(-1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new PacePlan(Double.NaN, Duration.ZERO));
        assertFalse(new PacePlan(0, Duration.ZERO).isSet());
    }
}
