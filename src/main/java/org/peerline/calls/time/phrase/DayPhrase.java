package org.peerline.calls.time.phrase;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a text says of the day, and every date that it can mean. */
public sealed interface DayPhrase {

    /** The dates meant, said on {@code today}; empty when there is no such date. */
    List<LocalDate> dates(LocalDate today);

    /** Whether this, said beside a date, agrees with it. */
    default boolean agreesWith(LocalDate date, LocalDate today) {
        return dates(today).contains(date);
    }

    /** How many days later it is meant when its time today is over; 0 when only today can be meant. */
    default int daysToNext() {
        return 0;
    }

    /** Nothing said of the day: the next time that the clock shows this. */
    record Unsaid() implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(today);
        }

        @Override
        public int daysToNext() {
            return 1;
        }
    }

    /** Today, tomorrow, in three days, a week today. */
    record DaysAhead(int days) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(today.plusDays(days));
        }
    }

    /** 5/12, 24 Nov, 26/11/2026. Without a year (0): the next such date, or the one that has only just passed. */
    record CalendarDate(int year, int month, int day) implements DayPhrase {
        private static final long JUST_PASSED_DAYS = 60;

        @Override
        public List<LocalDate> dates(LocalDate today) {
            if (year > 0) {
                return in(year).stream().toList();
            }
            return in(today.getYear())
                    .filter(date -> ChronoUnit.DAYS.between(date, today) <= JUST_PASSED_DAYS)
                    .or(() -> in(today.getYear() + 1))
                    .stream()
                    .toList();
        }

        private Optional<LocalDate> in(int someYear) {
            try {
                return Optional.of(LocalDate.of(someYear, month, day));
            } catch (DateTimeException noSuchDate) {
                return Optional.empty();
            }
        }
    }

    /** The 25th: of this month, or of the next that has one. */
    record DayOfMonth(int day) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return IntStream.range(0, 3)
                    .mapToObj(YearMonth.from(today)::plusMonths)
                    .filter(month -> month.isValidDay(day))
                    .map(month -> month.atDay(day))
                    .filter(date -> !date.isBefore(today))
                    .limit(1)
                    .toList();
        }
    }

    /** Friday, or this Friday: the next one, today included. */
    record Weekday(DayOfWeek day, boolean mayRollOver) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(WeekdayCount.onOrAfter(today, day));
        }

        @Override
        public boolean agreesWith(LocalDate date, LocalDate today) {
            return date.getDayOfWeek() == day;
        }

        @Override
        public int daysToNext() {
            return mayRollOver ? 7 : 0;
        }
    }

    /** Coming Friday: the first one after today. */
    record ComingWeekday(DayOfWeek day) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(WeekdayCount.after(today, day));
        }
    }

    /** Next Friday: people mean the coming one, or the one in next week. Later weeks count from either. */
    record NextWeekday(DayOfWeek day, int weeksLater) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return Stream.concat(
                            Stream.of(WeekdayCount.after(today, day)), WeekdayCount.inNextWeek(today, day).stream())
                    .map(date -> date.plusWeeks(weeksLater))
                    .distinct()
                    .toList();
        }
    }

    /** Friday of next week. */
    record WeekdayOfNextWeek(DayOfWeek day) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return WeekdayCount.inNextWeek(today, day);
        }
    }

    /** A week on Friday. On a Friday that is in one week or in two. */
    record WeeksOn(DayOfWeek day, int weeks) implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return Stream.of(WeekdayCount.onOrAfter(today, day), WeekdayCount.after(today, day))
                    .map(date -> date.plusWeeks(weeks))
                    .distinct()
                    .toList();
        }
    }

    /** At the weekend: Saturday or Sunday. */
    record Weekend() implements DayPhrase {
        @Override
        public List<LocalDate> dates(LocalDate today) {
            return List.of(
                    WeekdayCount.onOrAfter(today, DayOfWeek.SATURDAY), WeekdayCount.onOrAfter(today, DayOfWeek.SUNDAY));
        }

        @Override
        public int daysToNext() {
            return 7;
        }
    }
}
