package org.peerline.peers.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 23 November 2026 is a Monday. */
class AvailabilityTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Availability hours(String written) {
        return new AvailabilityColumn().convertToEntityAttribute(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # hours                 | local moment     | covered
            MONDAY 09:00 17:30      | 2026-11-23T08:59 | false
            MONDAY 09:00 17:30      | 2026-11-23T09:00 | true
            MONDAY 09:00 17:30      | 2026-11-23T17:30 | true
            MONDAY 09:00 17:30      | 2026-11-23T17:31 | false
            MONDAY 09:00 17:30      | 2026-11-24T12:00 | false
            MONDAY 00:00 23:59      | 2026-11-23T00:00 | true
            MONDAY 00:00 23:59      | 2026-11-23T23:59 | true
            MONDAY 00:00 23:59      | 2026-11-24T00:00 | false
            MONDAY 22:00 02:00      | 2026-11-23T21:59 | false
            MONDAY 22:00 02:00      | 2026-11-23T22:00 | true
            MONDAY 22:00 02:00      | 2026-11-24T01:59 | true
            MONDAY 22:00 02:00      | 2026-11-24T02:01 | false
            MONDAY 22:00 02:00      | 2026-11-23T01:00 | false
            SUNDAY 22:00 06:00      | 2026-11-23T05:00 | true
            SUNDAY 22:00 06:00      | 2026-11-22T05:00 | false
            FRIDAY 20:00 00:00      | 2026-11-28T00:00 | true
            FRIDAY 20:00 00:00      | 2026-11-28T00:01 | false
            MONDAY 09:00 10:00;MONDAY 11:00 12:00 | 2026-11-23T10:30 | false
            MONDAY 09:00 10:00;MONDAY 11:00 12:00 | 2026-11-23T11:30 | true
            """)
    void hours_cover_what_lies_between_their_first_and_last_minute(String hours, LocalDateTime local, boolean covered) {
        assertEquals(covered, hours(hours).covers(local.atZone(LONDON).toInstant(), LONDON));
    }

    @Test
    void the_last_minute_belongs_to_the_hours_whole() {
        var hours = hours("MONDAY 09:00 17:30");
        assertTrue(hours.covers(Instant.parse("2026-11-23T17:30:59.999Z"), LONDON));
    }

    @Test
    void no_hours_mean_any_time() {
        assertTrue(hours("").covers(Instant.parse("2026-11-23T03:00:00Z"), LONDON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # In London 01:00 to 01:59 does not exist on 29 March and comes twice on 25 October 2026, both Sundays.
            SATURDAY 22:00 02:00 | 2026-03-29T00:59:00+00:00 | true
            SATURDAY 22:00 02:00 | 2026-03-29T02:00:00+01:00 | true
            SATURDAY 22:00 02:00 | 2026-03-29T02:01:00+01:00 | false
            SUNDAY 01:30 01:45   | 2026-03-29T02:00:00+01:00 | false
            SUNDAY 01:30 01:45   | 2026-10-25T01:40:00+01:00 | true
            SUNDAY 01:30 01:45   | 2026-10-25T01:40:00+00:00 | true
            SUNDAY 02:00 03:00   | 2026-10-25T01:59:00+00:00 | false
            SUNDAY 02:00 03:00   | 2026-10-25T02:00:00+00:00 | true
            MONDAY 09:00 17:00   | 2026-07-06T08:30:00+00:00 | true
            MONDAY 09:00 17:00   | 2026-11-23T08:30:00+00:00 | false
            """)
    void hours_follow_the_clock_on_the_wall(String hours, OffsetDateTime moment, boolean covered) {
        assertEquals(covered, hours(hours).covers(moment.toInstant(), LONDON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | MONDAY 09:00 12:00;MONDAY 12:00 17:00
            none | MONDAY 09:00 12:00;TUESDAY 09:00 12:00
            none | MONDAY 22:00 06:00;TUESDAY 06:00 08:00
            none | SUNDAY 22:00 06:00;MONDAY 06:00 22:00
            none | MONDAY 00:00 23:59;TUESDAY 00:00 23:59
            1    | MONDAY 09:00 12:00;MONDAY 11:59 17:00
            1    | MONDAY 11:00 17:00;MONDAY 09:00 11:01
            1    | MONDAY 09:00 12:00;MONDAY 09:00 12:00
            1    | MONDAY 09:00 17:00;MONDAY 10:00 11:00
            1    | MONDAY 10:00 11:00;MONDAY 09:00 17:00
            1    | MONDAY 22:00 06:00;TUESDAY 05:00 08:00
            1    | MONDAY 05:00 08:00;SUNDAY 22:00 06:00
            2    | MONDAY 05:00 08:00;TUESDAY 09:00 10:00;SUNDAY 22:00 06:00
            1,2  | MONDAY 00:00 23:59;MONDAY 01:00 02:00;MONDAY 03:00 04:00
            """)
    void spans_that_overlap_an_earlier_one_are_named(String overlapping, String hours) {
        List<Integer> expected = overlapping == null
                ? List.of()
                : Arrays.stream(overlapping.split(",")).map(Integer::valueOf).toList();
        assertEquals(expected, hours(hours).overlapping());
    }
}
