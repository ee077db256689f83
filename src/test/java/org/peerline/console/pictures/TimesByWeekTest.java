package org.peerline.console.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.console.pictures.TimesByWeek.Hours;
import org.peerline.console.pictures.TimesByWeek.Week;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class TimesByWeekTest extends CoursesWorld {
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 3);

    @Inject
    TimesByWeek times;

    @Test
    void every_week_is_there_when_nothing_has_happened() {
        List<Week> weeks = times.upTo(WEDNESDAY, LONDON);
        assertEquals(12, weeks.size());
        assertEquals(Week.empty(LocalDate.of(2026, 3, 16)), weeks.get(0));
        assertEquals(Week.empty(MONDAY), weeks.get(11));
    }

    @Test
    void one_who_has_not_texted_is_counted_and_has_no_time() {
        once("2026-06-02T09:00:00Z", null, null);
        assertEquals(new Week(MONDAY, 1, 0, 0, Hours.NONE, Hours.NONE), thisWeek(WEDNESDAY));
    }

    @Test
    void one_has_the_same_median_and_ninetieth() {
        once("2026-06-02T09:00:00Z", "2026-06-02T10:30:00Z", "2026-06-02T16:30:00Z");
        assertEquals(new Week(MONDAY, 1, 1, 1, hours(1.5, 1.5), hours(6, 6)), thisWeek(WEDNESDAY));
    }

    @Test
    void many_have_the_middle_and_the_ninetieth_of_those_who_wrote() {
        // Texts after 1 to 11 hours; answers to the first six of them, after 5, 10, 15, 20, 25 and 30 minutes.
        for (int n = 1; n <= 11; n++) {
            String text = "2026-06-01T%02d:00:00Z".formatted(9 + n);
            once("2026-06-01T09:00:00Z", text, n <= 6 ? text.replace(":00:00Z", ":%02d:00Z".formatted(5 * n)) : null);
        }
        once("2026-06-01T09:00:00Z", null, null);
        assertEquals(new Week(MONDAY, 12, 11, 6, hours(6, 10), hours(17.5 / 60, 27.5 / 60)), thisWeek(WEDNESDAY));
    }

    @Test
    void request_that_changed_hands_counts_once_for_each_peer_in_the_week_of_each() {
        UUID request = courses.request("2026-05-29T12:00:00Z", "2026-06-03T12:00:00Z");
        courses.assigned(
                request, "2026-05-29T12:00:00Z", "2026-05-29T13:00:00Z", null, "2026-06-01T12:00:00Z", "CHANGED");
        courses.assigned(
                request,
                "2026-06-01T12:00:00Z",
                "2026-06-01T16:00:00Z",
                "2026-06-02T16:00:00Z",
                "2026-06-03T12:00:00Z",
                "CLOSED");
        List<Week> weeks = times.upTo(WEDNESDAY, LONDON);
        assertEquals(new Week(MONDAY.minusWeeks(1), 1, 1, 0, hours(1, 1), Hours.NONE), weeks.get(10));
        assertEquals(new Week(MONDAY, 1, 1, 1, hours(4, 4), hours(24, 24)), weeks.get(11));
    }

    @Test
    void week_begins_on_monday_at_midnight_of_the_service() {
        // London is an hour ahead of UTC in June: 23:00Z on Sunday is Monday there, and Sunday in New York.
        once("2026-05-31T22:59:59Z", null, null);
        once("2026-05-31T23:00:00Z", null, null);
        assertEquals(1, thisWeek(WEDNESDAY).assigned());
        assertEquals(
                2, times.upTo(WEDNESDAY, ZoneId.of("America/New_York")).get(10).assigned());
    }

    @Test
    void hours_are_those_that_passed_when_clocks_change_in_between() {
        // 23:30 to 02:30 on the wall: two hours on the night clocks go forward, four on the night they go back.
        once("2026-03-28T23:30:00Z", "2026-03-29T01:30:00Z", null);
        once("2026-10-24T22:30:00Z", "2026-10-25T02:30:00Z", null);
        assertEquals(hours(2, 2), thisWeek(LocalDate.of(2026, 3, 29)).text());
        assertEquals(hours(4, 4), thisWeek(LocalDate.of(2026, 10, 25)).text());
    }

    @Test
    void what_began_before_the_first_week_is_left_out() {
        once("2026-03-15T23:59:59Z", "2026-03-16T09:00:00Z", null);
        assertEquals(
                0,
                times.upTo(WEDNESDAY, LONDON).stream().mapToInt(Week::assigned).sum());
    }

    private Week thisWeek(LocalDate today) {
        return times.upTo(today, LONDON).get(TimesByWeek.WEEKS - 1);
    }

    private void once(String assigned, String text, String answer) {
        courses.assigned(
                courses.request(assigned, "2026-12-01T09:00:00Z"),
                assigned,
                text,
                answer,
                "2026-12-01T09:00:00Z",
                "CLOSED");
    }

    private static Hours hours(double median, double ninetieth) {
        return new Hours(OptionalDouble.of(median), OptionalDouble.of(ninetieth));
    }
}
