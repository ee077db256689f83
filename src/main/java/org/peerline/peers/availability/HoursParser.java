package org.peerline.peers.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.peers.availability.Availability.Span;

/**
 * Weekly hours as people write them, in a cell or in a text: {@code Mon-Fri 18:00-21:30; Sat 22:00-02:00}, {@code Mon, Wed
 * and Fri 6pm-9pm}. Days may be Welsh, too.
 */
public final class HoursParser {
    private static final String TIME = "(\\d{1,2})(?:[:.]?(\\d{2}))? ?(am|pm)?";
    private static final String DAYS = "([a-z]+(?: day)?)(?: ?(?:-|to) ?([a-z]+))?";
    private static final Pattern PART = Pattern.compile(DAYS + ":? ?" + TIME + " ?(?:-|to|until) ?" + TIME);
    private static final Pattern DAYS_ONLY = Pattern.compile(DAYS);
    private static final Pattern ANY_TIME = Pattern.compile("any ?time|any|always|");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Map<String, DayOfWeek> WELSH = Map.of(
            "llun", DayOfWeek.MONDAY,
            "mawrth", DayOfWeek.TUESDAY,
            "mercher", DayOfWeek.WEDNESDAY,
            "iau", DayOfWeek.THURSDAY,
            "gwener", DayOfWeek.FRIDAY,
            "sadwrn", DayOfWeek.SATURDAY,
            "sul", DayOfWeek.SUNDAY);

    private HoursParser() {}

    /** What was read, or why it could not be. */
    public record Hours(List<Span> spans, Optional<Fault> fault) {}

    /** What is wrong, with a sentence for whoever wrote it. */
    public enum Fault {
        SHAPE("Hours are written like Mon-Fri 18:00-21:30; Sat 10:00-16:00."),
        DAY("There is a day that is not known; days are Mon to Sun."),
        TIME("There is a time that cannot be read; times are written like 18:00 or 6pm.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public static Hours parse(String written) {
        String text = plain(written);
        if (ANY_TIME.matcher(text.strip()).matches()) {
            return new Hours(List.of(), Optional.empty());
        }
        var spans = new ArrayList<Span>();
        Set<DayOfWeek> begun = new LinkedHashSet<>();
        for (String part : text.split("[;,|\\n]| and | a (?=[a-z]{3})")) {
            String one = part.strip();
            Matcher daysOnly = DAYS_ONLY.matcher(one);
            if (daysOnly.matches()) {
                // "Mon, Wed and Fri 18:00-21:00": the times stand behind the last.
                List<DayOfWeek> days = days(daysOnly.group(1), daysOnly.group(2));
                if (days.isEmpty()) {
                    return wrong(Fault.SHAPE);
                }
                begun.addAll(days);
            } else if (!one.isEmpty()) {
                Optional<Fault> fault = add(one, begun, spans);
                if (fault.isPresent()) {
                    return wrong(fault.get());
                }
                begun.clear();
            }
        }
        return begun.isEmpty() ? new Hours(List.copyOf(spans), Optional.empty()) : wrong(Fault.SHAPE);
    }

    /** The same, to be read again: a span for each day. */
    public static String written(List<Span> spans) {
        return spans.stream().map(span -> name(span.day()) + " " + times(span)).collect(Collectors.joining("; "));
    }

    /** The same, short enough for a text: days of the same times together. */
    public static String shortly(List<Span> spans) {
        var daysOf = new LinkedHashMap<String, TreeSet<DayOfWeek>>();
        spans.forEach(span ->
                daysOf.computeIfAbsent(times(span), same -> new TreeSet<>()).add(span.day()));
        return daysOf.entrySet().stream()
                .map(entry -> runs(List.copyOf(entry.getValue())) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String runs(List<DayOfWeek> days) {
        var runs = new ArrayList<String>();
        int from = 0;
        for (int at = 1; at <= days.size(); at++) {
            if (at == days.size() || days.get(at) != days.get(at - 1).plus(1)) {
                String first = name(days.get(from));
                String last = name(days.get(at - 1));
                runs.add(at - from == 1 ? first : first + (at - from == 2 ? ", " : "-") + last);
                from = at;
            }
        }
        return String.join(", ", runs);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.UK);
    }

    private static String times(Span span) {
        return CLOCK.format(span.from()) + "-" + CLOCK.format(span.to());
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replace('\u2013', '-')
                .replace("&", " and ")
                .replaceAll("[\\s\\p{Z}&&[^\\n]]+", " ")
                .replaceAll("\\b(?:dydd|nos) ", "");
    }

    private static Hours wrong(Fault fault) {
        return new Hours(List.of(), Optional.of(fault));
    }

    private static Optional<Fault> add(String part, Set<DayOfWeek> begun, List<Span> spans) {
        Matcher read = PART.matcher(part);
        if (!read.matches()) {
            return Optional.of(Fault.SHAPE);
        }
        List<DayOfWeek> days = days(read.group(1), read.group(2));
        if (days.isEmpty()) {
            return Optional.of(Fault.DAY);
        }
        Optional<LocalTime> from = time(read.group(3), read.group(4), read.group(5));
        Optional<LocalTime> to = time(read.group(6), read.group(7), read.group(8));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(Fault.TIME);
        }
        begun.addAll(days);
        begun.forEach(day -> spans.add(new Span(day, from.get(), to.get())));
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
        String name = written.endsWith("days") ? written.substring(0, written.length() - 1) : written;
        if (name.length() < 3) {
            return Optional.empty();
        }
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .or(() -> WELSH.entrySet().stream()
                        .filter(day -> day.getKey().startsWith(name))
                        .map(Map.Entry::getValue)
                        .findFirst());
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
