package org.peerline.console.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerline.console.pictures.WaitingByDay.Day;
import org.peerline.testkit.PeerlineTest;

@PeerlineTest
class WaitingByDayTest extends CoursesWorld {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    @Inject
    WaitingByDay waiting;

    @Test
    void waiting_is_counted_back_from_now() {
        assertEquals(
                List.of(
                        new Day(TODAY.minusDays(3), 4),
                        new Day(TODAY.minusDays(2), 5),
                        new Day(TODAY.minusDays(1), 1),
                        new Day(TODAY, 3)),
                WaitingByDay.back(
                        3, TODAY.minusDays(3), TODAY, Map.of(TODAY, 2, TODAY.minusDays(1), -4, TODAY.minusDays(2), 1)));
    }

    @Test
    void nobody_waits_where_nobody_came() {
        List<Day> days = waiting.upTo(TODAY, LONDON);
        assertEquals(30, days.size());
        assertEquals(new Day(TODAY.minusDays(29), 0), days.get(0));
        assertEquals(new Day(TODAY, 0), days.get(29));
    }

    @Test
    void one_who_still_waits_is_counted_from_the_day_they_came() {
        courses.request("2026-06-08T10:00:00Z", null);
        assertWaiting(0, 1, 1, 1);
    }

    @Test
    void one_who_came_before_the_first_day_waits_on_every_day() {
        courses.request("2026-01-01T10:00:00Z", null);
        assertEquals(
                30,
                waiting.upTo(TODAY, LONDON).stream()
                        .filter(day -> day.waiting() == 1)
                        .count());
    }

    @Test
    void one_who_was_given_to_a_peer_at_once_never_waited() {
        courses.assigned(courses.request("2026-06-08T10:00:00Z", null), "2026-06-08T10:00:00Z", null, null, null, null);
        assertWaiting(0, 0, 0, 0);
    }

    @Test
    void one_who_was_given_to_a_peer_later_waited_until_then() {
        courses.assigned(courses.request("2026-06-08T10:00:00Z", null), "2026-06-10T09:00:00Z", null, null, null, null);
        assertWaiting(0, 1, 1, 0);
    }

    @Test
    void one_whom_a_peer_handed_back_waits_again() {
        UUID request = courses.request("2026-06-07T10:00:00Z", null);
        courses.assigned(request, "2026-06-07T10:00:00Z", null, null, "2026-06-09T10:00:00Z", "PASSED");
        assertWaiting(0, 0, 1, 1);
    }

    @Test
    void one_who_was_reassigned_at_once_did_not_wait_in_between() {
        UUID request = courses.request("2026-06-07T10:00:00Z", null);
        courses.assigned(request, "2026-06-07T10:00:00Z", null, null, "2026-06-09T10:00:00Z", "REASSIGNED");
        courses.assigned(request, "2026-06-09T10:00:00Z", null, null, null, null);
        assertWaiting(0, 0, 0, 0);
    }

    @Test
    void one_who_was_closed_while_waiting_waited_until_then() {
        courses.request("2026-06-07T10:00:00Z", "2026-06-09T10:00:00Z");
        assertWaiting(1, 1, 0, 0);
    }

    @Test
    void one_who_was_closed_with_a_peer_did_not_wait() {
        courses.assigned(
                courses.request("2026-06-07T10:00:00Z", "2026-06-09T10:00:00Z"),
                "2026-06-07T10:00:00Z",
                null,
                null,
                "2026-06-09T10:00:00Z",
                "CLOSED");
        assertWaiting(0, 0, 0, 0);
    }

    @Test
    void one_who_was_handed_back_and_closed_while_waiting_waited_in_between() {
        UUID request = courses.request("2026-06-07T10:00:00Z", "2026-06-09T10:00:00Z");
        courses.assigned(request, "2026-06-07T10:00:00Z", null, null, "2026-06-08T10:00:00Z", "PEER_LEFT");
        assertWaiting(0, 1, 0, 0);
    }

    @Test
    void one_who_came_back_after_closing_is_another_request() {
        courses.request("2026-06-07T10:00:00Z", "2026-06-07T20:00:00Z");
        courses.request("2026-06-09T10:00:00Z", null);
        assertWaiting(0, 0, 1, 1);
    }

    @Test
    void day_ends_at_midnight_of_the_service_also_when_clocks_change() {
        // Half an hour before and after midnight in London, which is an hour ahead of UTC then.
        courses.request("2026-06-08T22:30:00Z", null);
        courses.request("2026-06-08T23:30:00Z", null);
        assertWaiting(0, 1, 2, 2);
        assertEquals(
                2,
                waiting.upTo(TODAY, ZoneId.of("America/New_York")).get(27).waiting(),
                "both are on Monday in New York");
        // On the day that has 25 hours, the last of them is still that day.
        courses.request("2026-10-25T23:30:00Z", null);
        assertEquals(
                List.of(2, 3),
                waiting.upTo(LocalDate.of(2026, 10, 25), LONDON).stream()
                        .skip(28)
                        .map(Day::waiting)
                        .toList());
    }

    /** At the end of Sunday, Monday, Tuesday, and now. */
    private void assertWaiting(Integer... wanted) {
        assertEquals(
                List.of(wanted),
                waiting.upTo(TODAY, LONDON).stream().skip(26).map(Day::waiting).toList());
    }
}
