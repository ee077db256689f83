package org.peerline.sms.inbox.late;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconcilePlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ReconcilePlan PLAN = new ReconcilePlan(Duration.ofHours(4));

    @Test
    void service_that_has_never_compared_looks_hours_back() {
        assertEquals(NOW.minus(Duration.ofHours(4)), PLAN.since(NOW, Optional.empty()));
    }

    @Test
    void list_is_read_from_where_it_was_read_last_and_a_while_before() {
        Instant seen = NOW.minus(Duration.ofMinutes(5));
        assertEquals(seen.minus(Duration.ofMinutes(30)), PLAN.since(NOW, Optional.of(seen)));
    }

    @Test
    void long_absence_does_not_ask_for_everything() {
        assertEquals(NOW.minus(Duration.ofDays(3)), PLAN.since(NOW, Optional.of(NOW.minus(Duration.ofDays(90)))));
    }

    @Test
    void clock_that_was_ahead_hides_nothing() {
        assertEquals(NOW.minus(Duration.ofMinutes(30)), PLAN.since(NOW, Optional.of(NOW.plus(Duration.ofDays(1)))));
    }

    @Test
    void text_is_lost_when_the_provider_waits_for_its_webhook_no_longer() {
        assertEquals(false, PLAN.isLost(NOW, NOW.plusSeconds(19)));
        assertEquals(true, PLAN.isLost(NOW, NOW.plusSeconds(20)));
    }
}
