package org.peerline.peers.rest.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.peers.availability.AwayPeriod;

/** Days away in one cell: {@code 2026-12-21 to 2027-01-03; 24/12/2027}. The day comes before the month. */
final class DaysAwayParser {
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})";
    private static final Pattern PART = Pattern.compile(DAY + "(?: ?(?: - |to|\u2013) ?" + DAY + ")?");
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private DaysAwayParser() {}

    /** What was read, or a sentence about what could not be. */
    record Days(List<AwayPeriod> periods, Optional<String> fault) {}

    static Days parse(String cell) {
        var periods = new ArrayList<AwayPeriod>();
        for (String part : cell.toLowerCase(Locale.ROOT).split("[;,|\\n]")) {
            String plain = part.replaceAll("[\\s\\p{Z}]+", " ").strip();
            if (plain.isEmpty()) {
                continue;
            }
            Matcher read = PART.matcher(plain);
            Optional<LocalDate> from = read.matches() ? day(read.group(1)) : Optional.empty();
            Optional<LocalDate> to = from.isPresent() && read.group(2) != null ? day(read.group(2)) : from;
            if (from.isEmpty() || to.isEmpty()) {
                return new Days(
                        List.of(), Optional.of("Days away are written like 2026-12-21 to 2027-01-03; 2027-02-01."));
            }
            periods.add(new AwayPeriod(from.get(), to.get()));
        }
        return new Days(List.copyOf(periods), Optional.empty());
    }

    /** The same, to be read again. */
    static String written(List<AwayPeriod> periods) {
        return periods.stream()
                .map(period -> period.startsOn() + " to " + period.endsOn())
                .collect(Collectors.joining("; "));
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written, written.contains("/") ? BRITISH : ISO));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
