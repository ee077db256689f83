package org.peerline.sms.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), LONDON);
    private static final QuietHours SMALL_HOURS = new QuietHours(LocalTime.of(1, 0), LocalTime.of(6, 0), LONDON);

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T08:00:00Z, 2026-11-26T08:00:00Z",
        "2026-11-26T20:59:59Z, 2026-11-26T20:59:59Z",
        "2026-11-26T21:00:00Z, 2026-11-27T08:00:00Z",
        "2026-11-26T23:30:00Z, 2026-11-27T08:00:00Z",
        "2026-11-27T00:00:00Z, 2026-11-27T08:00:00Z",
        "2026-11-27T07:59:59Z, 2026-11-27T08:00:00Z",
        // In summer the same clocks are an hour earlier in UTC, and each night of a change has its own length.
        "2026-07-01T20:00:00Z, 2026-07-02T07:00:00Z",
        "2026-07-02T06:59:59Z, 2026-07-02T07:00:00Z",
        "2027-03-27T22:00:00Z, 2027-03-28T07:00:00Z",
        "2026-10-24T21:00:00Z, 2026-10-25T08:00:00Z",
    })
    void a_text_of_the_night_waits_for_the_morning(String owed, String sent) {
        assertEquals(at(sent), NIGHT.over(at(owed).toInstant()).atZone(LONDON));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T00:59:59Z, 2026-11-26T00:59:59Z",
        "2026-11-26T01:00:00Z, 2026-11-26T06:00:00Z",
        "2026-11-26T06:00:00Z, 2026-11-26T06:00:00Z",
        "2026-11-26T23:00:00Z, 2026-11-26T23:00:00Z",
    })
    void quiet_hours_may_lie_within_one_day(String owed, String sent) {
        assertEquals(at(sent), SMALL_HOURS.over(at(owed).toInstant()).atZone(LONDON));
    }

    private static ZonedDateTime at(String instant) {
        return ZonedDateTime.parse(instant).withZoneSameInstant(LONDON);
    }
}
