package org.peerline.conversation.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerline.intake.answer.WrittenDate;

/** Reads the day on which a pause ends, as a peer writes it: 3 Dec, 3/12/2026, Monday, next Monday, tomorrow. */
final class PauseDay {
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final int JUST_GONE_BY = 15;
    private static final Pattern WEEKDAY = Pattern.compile("(?:next |on |dydd )?(\\p{L}+)");

    private PauseDay() {}

    /** Empty when it cannot be read, or the weekday beside the date is another; may be past. */
    static Optional<LocalDate> read(String written, LocalDate today) {
        String plain = written.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
        if (plain.equals("tomorrow") || plain.equals("yfory")) {
            return Optional.of(today.plusDays(1));
        }
        if (plain.equals("next week")) {
            return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }
        Matcher weekday = WEEKDAY.matcher(plain);
        if (weekday.matches() && WEEKDAYS.containsKey(weekday.group(1))) {
            return Optional.of(today.with(TemporalAdjusters.next(WEEKDAYS.get(weekday.group(1)))));
        }
        return WrittenDate.read(plain).flatMap(date -> day(date, today)).filter(day -> fits(plain, day));
    }

    /** Without a year it is the next such day; what has only just gone by is a slip, and not meant to last a year. */
    private static Optional<LocalDate> day(WrittenDate date, LocalDate today) {
        if (date.year().isPresent()) {
            int year = date.year().getAsInt();
            return date.in(date.twoDigitYear() ? 2000 + year : year);
        }
        return Stream.iterate(today.getYear() - 1, year -> year + 1)
                .limit(6)
                .flatMap(year -> date.in(year).stream())
                .filter(day -> day.isAfter(today.minusDays(JUST_GONE_BY)))
                .findFirst();
    }

    private static boolean fits(String plain, LocalDate day) {
        return Stream.of(plain.split("[^\\p{L}]+"))
                // "3 Mawrth" is in March.
                .filter(word -> WEEKDAYS.containsKey(word) && !word.equals("mawrth"))
                .allMatch(word -> WEEKDAYS.get(word) == day.getDayOfWeek());
    }

    private static Map<String, DayOfWeek> weekdays() {
        var days = new TreeMap<String, DayOfWeek>();
        String[] names = {
            "mon monday llun",
            "tue tues tuesday mawrth",
            "wed weds wednesday mercher",
            "thu thur thurs thursday iau",
            "fri friday gwener",
            "sat saturday sadwrn",
            "sun sunday sul"
        };
        for (int day = 0; day < names.length; day++) {
            for (String name : names[day].split(" ")) {
                days.put(name, DayOfWeek.of(day + 1));
            }
        }
        return days;
    }
}
