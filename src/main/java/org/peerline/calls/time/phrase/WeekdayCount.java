package org.peerline.calls.time.phrase;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Counts from a date to a weekday. */
final class WeekdayCount {
    private WeekdayCount() {}

    static LocalDate onOrAfter(LocalDate today, DayOfWeek day) {
        return today.with(nextOrSame(day));
    }

    static LocalDate after(LocalDate today, DayOfWeek day) {
        return today.with(next(day));
    }

    /** For some people a week begins on Monday, for others on Sunday, so there may be two. */
    static List<LocalDate> inNextWeek(LocalDate today, DayOfWeek day) {
        return Stream.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)
                .map(firstDay -> onOrAfter(after(today, firstDay), day))
                .distinct()
                .sorted()
                .toList();
    }
}
