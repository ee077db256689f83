package org.peerline.sms.outbox.doubt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 300", "2, 900"})
    void doubt_is_looked_up_a_few_times(int looks, long seconds) {
        assertEquals(Optional.of(NOW.plusSeconds(seconds)), LookUpPlan.STANDARD.next(NOW, looks));
    }

    @Test
    void then_a_person_decides() {
        assertEquals(Optional.empty(), LookUpPlan.STANDARD.next(NOW, 3));
        assertEquals(Optional.empty(), LookUpPlan.STANDARD.next(NOW, 4));
        assertFalse(LookUpPlan.STANDARD.isLast(2));
        assertTrue(LookUpPlan.STANDARD.isLast(3));
    }
}
