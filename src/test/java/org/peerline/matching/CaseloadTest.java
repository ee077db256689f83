package org.peerline.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseloadTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    @Test
    void only_the_last_thirty_days_count() {
        var caseload = new Caseload(List.of(daysAgo(31), daysAgo(30), daysAgo(29), daysAgo(1)));
        assertEquals(2, caseload.inWindow(NOW));
        assertEquals(3, caseload.inWindow(NOW.minus(Duration.ofSeconds(1))));
    }

    @Test
    void one_more_is_kept_in_order_and_what_is_too_old_is_forgotten() {
        assertEquals(
                List.of(daysAgo(29), daysAgo(1), NOW),
                new Caseload(List.of(daysAgo(30), daysAgo(29), daysAgo(1)))
                        .with(NOW)
                        .recent());
        // Another copy's clock may be a little ahead.
        assertEquals(
                List.of(daysAgo(2), daysAgo(1)),
                new Caseload(List.of(daysAgo(1))).with(daysAgo(2)).recent());
    }

    @Test
    void cap_gives_room_again_when_the_oldest_that_fills_it_leaves_the_window() {
        var caseload = new Caseload(List.of(daysAgo(20), daysAgo(10), daysAgo(5)));
        assertEquals(Optional.empty(), caseload.roomAgain(4, NOW));
        assertEquals(Optional.of(NOW.plus(Duration.ofDays(10))), caseload.roomAgain(3, NOW));
        assertEquals(Optional.of(NOW.plus(Duration.ofDays(20))), caseload.roomAgain(2, NOW));
        assertEquals(Optional.of(NOW.plus(Duration.ofDays(25))), caseload.roomAgain(1, NOW));
    }
}
