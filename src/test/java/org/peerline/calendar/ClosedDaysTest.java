package org.peerline.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.StartupRefused;

class ClosedDaysTest {
    @ParameterizedTest
    @CsvSource({
        // day, England, Wales, Scotland, Northern Ireland
        "2026-12-25, true, true, true, true",
        "2026-12-26, true, true, true, true", // a Saturday
        "2026-12-28, true, true, true, true", // given instead
        "2026-12-29, false, false, false, false",
        "2027-01-01, true, true, true, true",
        "2027-01-02, false, false, true, false", // a Saturday
        "2027-01-04, false, false, true, false", // given instead
        "2027-03-17, false, false, false, true", // St Patrick's Day
        "2027-03-26, true, true, true, true", // Good Friday
        "2027-03-29, true, true, false, true", // Easter Monday
        "2027-05-03, true, true, true, true",
        "2027-05-31, true, true, true, true",
        "2027-07-12, false, false, false, true", // Battle of the Boyne
        "2027-08-02, false, false, true, false",
        "2027-08-30, true, true, false, true",
        "2027-11-30, false, false, true, false", // St Andrew's Day
        "2027-12-27, true, true, true, true", // Christmas Day is a Saturday
        "2027-12-28, true, true, true, true",
        "2028-01-03, true, true, true, true", // New Year's Day is a Saturday
        "2026-11-24, false, false, false, false",
    })
    void each_nation_has_its_own_bank_holidays(
            LocalDate day, boolean england, boolean wales, boolean scotland, boolean northernIreland) {
        assertEquals(england, closed("england", day));
        assertEquals(wales, closed("Wales", day));
        assertEquals(scotland, closed("SCOTLAND", day));
        assertEquals(northernIreland, closed("northern-ireland", day));
    }

    private static boolean closed(String nation, LocalDate day) {
        return new ClosedDays(List.of(nation), List.of()).test(day);
    }

    @Test
    void several_nations_close_what_any_of_them_closes() {
        var both = new ClosedDays(List.of("england", " scotland"), List.of());
        assertTrue(both.test(LocalDate.parse("2027-01-04")));
        assertTrue(both.test(LocalDate.parse("2027-03-29")));
    }

    @Test
    void further_days_are_closed_once_or_every_year() {
        var days = new ClosedDays(List.of("none"), List.of("12-28", " 2026-12-24"));
        assertTrue(days.test(LocalDate.parse("2026-12-28")));
        assertTrue(days.test(LocalDate.parse("2027-12-28")));
        assertTrue(days.test(LocalDate.parse("2026-12-24")));
        assertFalse(days.test(LocalDate.parse("2027-12-24")));
        assertFalse(days.test(LocalDate.parse("2026-12-25")), "no nation, no holiday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"28-12", "2026-02-30", "28 December", "12/28", "", "13-01"})
    void day_that_does_not_exist_stops_the_start(String written) {
        assertTrue(assertThrows(StartupRefused.class, () -> new ClosedDays(List.of(), List.of(written)))
                .getMessage()
                .contains("PEERLINE_CLOCK_CLOSED_DATES"));
    }

    @Test
    void unknown_nation_stops_the_start() {
        assertTrue(assertThrows(StartupRefused.class, () -> new ClosedDays(List.of("ireland"), List.of()))
                .getMessage()
                .contains("PEERLINE_CLOCK_BANK_HOLIDAYS"));
    }
}
