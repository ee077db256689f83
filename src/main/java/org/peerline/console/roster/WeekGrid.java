package org.peerline.console.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.peerline.peers.availability.Availability;

/**
 * The hours of a week as a grid: for each day and hour whether the middle of it is offered.
 *
 * @param days Monday first
 */
public record WeekGrid(List<Day> days) {
    private static final int HOURS = 24;
    private static final int MIDDLE = 30;

    /** Any week will do, in a zone where no hour is missing. */
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 1, 5);

    /** One day. */
    public record Day(DayOfWeek day, List<Boolean> hours) {
        public String name(String language) {
            return day.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(language));
        }
    }

    static WeekGrid of(Availability offered) {
        return new WeekGrid(Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day,
                        IntStream.range(0, HOURS)
                                .mapToObj(hour -> covers(offered, day, hour))
                                .toList()))
                .toList());
    }

    private static boolean covers(Availability offered, DayOfWeek day, int hour) {
        ZoneId plain = ZoneOffset.UTC;
        return offered.covers(
                A_MONDAY.with(day)
                        .atTime(LocalTime.of(hour, MIDDLE))
                        .atZone(plain)
                        .toInstant(),
                plain);
    }

    public List<Integer> hours() {
        return IntStream.range(0, HOURS).boxed().toList();
    }

    /** How many of the week's 168 hours are offered. */
    public long offered() {
        return days.stream()
                .flatMap(day -> day.hours().stream())
                .filter(on -> on)
                .count();
    }
}
