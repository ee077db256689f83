package org.peerline.peers.rest.sheet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.peers.availability.Availability.Span;

/** Weekly hours in one cell, as people write them: {@code Mon-Fri 18:00-21:30; Sat 22:00-02:00}. */
public final class HoursParser {
    private static final String TIME = "(\\d{1,2})(?:[:.]?(\\d{2}))? ?(am|pm)?";
    private static final Pattern PART =
            Pattern.compile("([a-z]+(?: day)?)(?: ?(?:-|to) ?([a-z]+))?:? ?" + TIME + " ?(?:-|to|until) ?" + TIME);
    private static final Pattern ANY_TIME = Pattern.compile("any ?time|any|always|");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private HoursParser() {}

    /** What was read, or a sentence about what could not be. */
    public record Hours(List<Span> spans, Optional<String> fault) {}

    public static Hours parse(String cell) {
        String text = cell.toLowerCase(Locale.ROOT).replace('\u2013', '-').replaceAll("[\\s\\p{Z}]+", " ");
        if (ANY_TIME.matcher(text.strip()).matches()) {
            return new Hours(List.of(), Optional.empty());
        }
        var spans = new ArrayList<Span>();
        for (String part : cell.toLowerCase(Locale.ROOT).replace('\u2013', '-').split("[;,|\\n]")) {
            String plain = part.replaceAll("[\\s\\p{Z}]+", " ").strip();
            if (plain.isEmpty()) {
                continue;
            }
            Optional<String> fault = add(plain, spans);
            if (fault.isPresent()) {
                return new Hours(List.of(), fault);
            }
        }
        return new Hours(List.copyOf(spans), Optional.empty());
    }

    /** The same, to be read again. */
    static String written(List<Span> spans) {
        return spans.stream()
                .map(span -> span.day().getDisplayName(TextStyle.SHORT, Locale.UK) + " " + CLOCK.format(span.from())
                        + "-" + CLOCK.format(span.to()))
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> add(String part, List<Span> spans) {
        Matcher read = PART.matcher(part);
        if (!read.matches()) {
            return Optional.of("Hours are written like Mon-Fri 18:00-21:30; Sat 10:00-16:00.");
        }
        List<DayOfWeek> days = days(read.group(1), read.group(2));
        if (days.isEmpty()) {
            return Optional.of("There is a day that is not known; days are Mon to Sun.");
        }
        Optional<LocalTime> from = time(read.group(3), read.group(4), read.group(5));
        Optional<LocalTime> to = time(read.group(6), read.group(7), read.group(8));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of("There is a time that cannot be read; times are written like 18:00 or 6pm.");
        }
        days.forEach(day -> spans.add(new Span(day, from.get(), to.get())));
        return Optional.empty();
    }

    private static List<DayOfWeek> days(String first, String last) {
        if (last == null) {
            switch (first) {
                case "weekdays":
                    return week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
                case "weekend", "weekends":
                    return week(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                case "daily", "every day", "everyday":
                    return week(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
                default:
            }
        }
        Optional<DayOfWeek> from = day(first);
        Optional<DayOfWeek> to = last == null ? from : day(last);
        return from.isEmpty() || to.isEmpty() ? List.of() : week(from.get(), to.get());
    }

    private static List<DayOfWeek> week(DayOfWeek from, DayOfWeek to) {
        var days = new ArrayList<DayOfWeek>();
        for (DayOfWeek day = from; ; day = day.plus(1)) {
            days.add(day);
            if (day == to) {
                return days;
            }
        }
    }

    /** Three letters or more of its name. */
    private static Optional<DayOfWeek> day(String written) {
        String name = written.endsWith("s") && written.endsWith("days")
                ? written.substring(0, written.length() - 1)
                : written;
        if (name.length() < 3) {
            return Optional.empty();
        }
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst();
    }

    /** A bare "9" may be morning or evening, and is not read. */
    private static Optional<LocalTime> time(String hours, String minutes, String half) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        } else if (minutes == null) {
            return Optional.empty();
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
