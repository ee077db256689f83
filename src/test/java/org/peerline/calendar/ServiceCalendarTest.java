package org.peerline.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCalendarTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<LocalDate> CHRISTMAS =
            Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"), LocalDate.parse("2026-12-28"));
    private static final ServiceCalendar CALENDAR = new ServiceCalendar(LONDON, CHRISTMAS::contains);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-21T10:00, PT24H, 2026-12-22T10:00", // nothing closed
        "2026-12-24T18:00, PT12H, 2026-12-27T06:00", // over two closed days
        "2026-12-24T18:00, PT6H, 2026-12-27T00:00", // over at the very end of an open day
        "2026-12-24T18:00, PT24H, 2026-12-27T18:00",
        "2026-12-24T18:00, PT48H, 2026-12-29T18:00", // and over the third
        "2026-12-25T09:00, PT12H, 2026-12-27T12:00", // what comes on a closed day counts from the next open one
        "2026-12-27T23:30, PT1H, 2026-12-29T00:30",
        "2026-10-24T12:00, PT24H, 2026-10-25T11:00", // the clocks go back: a day of 25 hours
        "2027-03-27T12:00, PT24H, 2027-03-28T13:00", // and forward: one of 23
    })
    void closed_days_do_not_count(String from, Duration length, String until) {
        assertEquals(at(until), CALENDAR.after(at(from), length));
    }

    @Test
    void closed_day_on_which_the_clocks_change_is_left_out_whole() {
        var sundays = Set.of(LocalDate.parse("2026-10-25"), LocalDate.parse("2027-03-28"));
        var calendar = new ServiceCalendar(LONDON, sundays::contains);
        assertEquals(at("2026-10-26T06:00"), calendar.after(at("2026-10-24T18:00"), Duration.ofHours(12)));
        assertEquals(at("2027-03-29T06:00"), calendar.after(at("2027-03-27T18:00"), Duration.ofHours(12)));
        assertEquals(at("2026-10-24T18:00"), calendar.before(at("2026-10-26T06:00"), Duration.ofHours(12)));
    }

    @Test
    void wait_that_fills_an_open_day_to_the_minute_began_with_that_day() {
        assertEquals(at("2026-12-27T00:00"), CALENDAR.before(at("2026-12-27T06:00"), Duration.ofHours(6)));
        assertEquals(at("2026-12-24T18:00"), CALENDAR.before(at("2026-12-27T06:00"), Duration.ofHours(12)));
    }

    @Test
    void only_whole_days_are_closed() {
        assertTrue(CALENDAR.isOpen(at("2026-12-24T23:59:59")));
        assertFalse(CALENDAR.isOpen(at("2026-12-25T00:00")));
        assertEquals(at("2026-12-27T00:00"), CALENDAR.open(at("2026-12-25T14:00")));
        assertEquals(at("2026-12-27T14:00"), CALENDAR.open(at("2026-12-27T14:00")));
    }

    @Test
    void what_is_due_is_found_by_when_it_began() {
        var random = new Random(20261225);
        Instant start = at("2026-12-20T00:00");
        for (int i = 0; i < 20_000; i++) {
            Instant from = start.plusSeconds(60L * random.nextInt(14 * 24 * 60));
            Instant now = CALENDAR.open(start.plusSeconds(60L * random.nextInt(14 * 24 * 60)));
            Duration length = Duration.ofMinutes(1 + random.nextInt(72 * 60));
            boolean due = !CALENDAR.after(from, length).isAfter(now);
            boolean found = !from.isAfter(CALENDAR.before(now, length));
            assertEquals(due, found, from + " " + length + " " + now);
        }
    }
}
