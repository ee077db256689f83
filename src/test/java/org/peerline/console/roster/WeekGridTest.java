package org.peerline.console.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;

class WeekGridTest {
    @Test
    void no_hours_at_all_are_every_hour() {
        assertEquals(168, WeekGrid.of(new Availability(List.of())).offered());
    }

    @Test
    void hour_is_offered_when_its_middle_is_and_nights_run_into_the_next_day() {
        WeekGrid week = WeekGrid.of(
                new Availability(List.of(new Span(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(1, 45)))));
        assertEquals(4, week.offered());
        assertTrue(week.days().get(6).hours().get(22));
        assertTrue(week.days().get(0).hours().get(1));
        assertFalse(week.days().get(0).hours().get(2));
        assertFalse(week.days().get(6).hours().get(0));
    }
}
