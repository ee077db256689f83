package org.peerline.sms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTargetsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 2026-11-23T09:00:00Z, 2027-03-28T02:00:00Z",
        "2026-11-22T00:00:00Z, 2026-11-23T09:00:00Z, 2027-03-28T02:00:00Z",
        // Half past midnight in summer is the evening before in UTC.
        "2026-07-01T23:30:00Z, 2026-07-03T08:00:00Z, 2026-10-25T02:00:00Z",
        "2027-03-27T23:00:00Z, 2027-03-28T08:00:00Z, 2027-03-28T02:00:00Z",
        "2027-03-28T01:00:00Z, 2027-03-29T08:00:00Z, 2027-10-31T02:00:00Z",
    })
    void tomorrow_is_nine_in_the_morning_and_the_change_is_an_hour_behind(
            Instant now, Instant tomorrow, Instant change) {
        assertEquals(new ClockTargets(tomorrow, Optional.of(change)), ClockTargets.from(now, LONDON));
    }

    @Test
    void where_clocks_never_change_there_is_nothing_to_cross() {
        assertEquals(
                Optional.empty(),
                ClockTargets.from(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("UTC"))
                        .afterClockChange());
    }
}
