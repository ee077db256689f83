package org.peerline.sms.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundRetryPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "6, 64", "10, 1024", "11, 1800"})
    void each_attempt_waits_twice_as_long_and_half_an_hour_at_most(int attempts, long seconds) {
        assertEquals(Optional.of(NOW.plusSeconds(seconds)), InboundRetryPlan.STANDARD.next(NOW, attempts));
    }

    @ParameterizedTest
    @CsvSource({"12", "13", "1000"})
    void text_that_has_been_tried_often_enough_is_left_to_a_person(int attempts) {
        assertEquals(Optional.empty(), InboundRetryPlan.STANDARD.next(NOW, attempts));
    }

    @Test
    void nobody_waits_longer_than_two_minutes_for_somebody_elses_text() {
        assertEquals(NOW.plus(Duration.ofMinutes(2)), InboundRetryPlan.STANDARD.turnEnds(NOW));
    }
}
