package org.peerline.console.pictures;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.console.pictures.CoverageByHour.Offer;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;
import org.peerline.peers.availability.AwayPeriod;

class CoverageByHourTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate WINTER = LocalDate.of(2026, 1, 7);
    private static final Availability ANY_TIME = new Availability(List.of());

    @Test
    void without_anybody_every_hour_is_a_gap() {
        assertEquals(168, gaps(CoverageByHour.week(List.of(), WINTER, LONDON)));
    }

    @Test
    void peers_with_equal_hours_are_counted_together_and_with_those_who_name_none() {
        var week = CoverageByHour.week(
                List.of(
                        offer(offers(MONDAY, "09:00", "17:00"), LONDON, 4),
                        offer(offers(MONDAY, "16:00", "20:00"), LONDON, 2),
                        offer(ANY_TIME, LONDON, 1)),
                WINTER,
                LONDON);
        assertEquals(1, at(week, MONDAY, 8));
        assertEquals(5, at(week, MONDAY, 9));
        assertEquals(7, at(week, MONDAY, 16));
        assertEquals(3, at(week, MONDAY, 17));
        assertEquals(1, at(week, MONDAY, 20));
        assertEquals(0, gaps(week));
    }

    @Test
    void hours_over_midnight_and_over_the_end_of_the_week_are_counted_on_the_day_they_fall_on() {
        var week = CoverageByHour.week(
                List.of(
                        offer(offers(FRIDAY, "22:00", "02:00"), LONDON, 1),
                        offer(offers(SUNDAY, "23:00", "01:00"), LONDON, 1)),
                WINTER,
                LONDON);
        assertEquals(1, at(week, FRIDAY, 23));
        assertEquals(1, at(week, SATURDAY, 1));
        assertEquals(0, at(week, SATURDAY, 2));
        assertEquals(1, at(week, MONDAY, 0));
        assertEquals(168 - 6, gaps(week));
    }

    @ParameterizedTest
    @CsvSource({
        // New York is five hours behind, but four for the weeks in which only its clocks have gone forward.
        "2026-01-07, 14",
        "2026-03-18, 13",
        "2026-04-08, 14",
        "2026-10-28, 13",
        "2026-11-04, 14"
    })
    void hours_are_told_on_the_peers_clocks_and_shown_on_ours_as_this_week_has_them(LocalDate day, int ours) {
        var week = CoverageByHour.week(List.of(offer(offers(MONDAY, "09:00", "10:00"), NEW_YORK, 1)), day, LONDON);
        assertEquals(1, at(week, MONDAY, ours));
        assertEquals(167, gaps(week));
    }

    @Test
    void hour_that_the_clocks_go_forward_over_is_neither_covered_nor_a_gap() {
        var week = CoverageByHour.week(
                List.of(offer(offers(SUNDAY, "01:00", "02:00"), LONDON, 1)), LocalDate.of(2026, 3, 25), LONDON);
        assertEquals(OptionalInt.empty(), week.get(6).hours().get(1));
        assertEquals(167, gaps(week));
    }

    @Test
    void hour_that_comes_twice_when_clocks_go_back_is_one_hour_here() {
        var week = CoverageByHour.week(
                List.of(offer(offers(SUNDAY, "01:00", "02:00"), LONDON, 1)), LocalDate.of(2026, 10, 20), LONDON);
        assertEquals(1, at(week, SUNDAY, 1));
        assertEquals(167, gaps(week));
    }

    @Test
    void whoever_is_away_this_week_covers_nothing_on_those_days_by_their_own_calendar() {
        var away = List.of(
                new AwayPeriod(WINTER, WINTER.plusDays(1)), new AwayPeriod(WINTER.plusDays(30), WINTER.plusDays(40)));
        var week = CoverageByHour.week(List.of(new Offer(ANY_TIME, LONDON, away, 2)), WINTER, LONDON);
        assertEquals(2, at(week, TUESDAY, 23));
        assertEquals(0, at(week, WEDNESDAY, 0));
        assertEquals(0, at(week, THURSDAY, 23));
        assertEquals(2, at(week, FRIDAY, 0));
        assertEquals(48, gaps(week));
        var there = CoverageByHour.week(List.of(new Offer(ANY_TIME, NEW_YORK, away, 1)), WINTER, LONDON);
        assertEquals(1, at(there, WEDNESDAY, 4));
        assertEquals(0, at(there, WEDNESDAY, 5));
        assertEquals(0, at(there, FRIDAY, 4));
        assertEquals(1, at(there, FRIDAY, 5));
    }

    private static Offer offer(Availability hours, ZoneId zone, int peers) {
        return new Offer(hours, zone, List.of(), peers);
    }

    private static Availability offers(DayOfWeek day, String from, String to) {
        return new Availability(List.of(new Span(day, LocalTime.parse(from), LocalTime.parse(to))));
    }

    private static int at(List<CoverageByHour.Day> week, DayOfWeek day, int hour) {
        return week.get(day.ordinal()).hours().get(hour).orElseThrow();
    }

    private static long gaps(List<CoverageByHour.Day> week) {
        var hours = new ArrayList<OptionalInt>();
        week.forEach(day -> hours.addAll(day.hours()));
        return hours.stream().filter(OptionalInt.of(0)::equals).count();
    }
}
