package org.peerline.conversation.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.peers.availability.AwayPeriod;

/** Reads days away as a peer texts them: 21 Dec to 3 Jan, 24/12, Monday to Friday, 21-28 Dec, next week, 2W. */
final class AwayDaysParser {
    private static final Pattern LENGTH = Pattern.compile("(?:for )?([1-9]\\d?) ?(d|days?|w|wks?|weeks?|m|months?)");
    private static final Pattern FROM_TO =
            Pattern.compile("(?:from )?(.+?)(?: (?:to|until|till|til|-) |(?<=\\p{L}) ?- ?(?=[\\d\\p{L}]))(.+)");
    private static final Pattern UNTIL = Pattern.compile("(?:to|until|till|til) (.+)");
    private static final Pattern DAYS_OF_ONE_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ?(?:-|to) ?(\\d{1,2}(?:st|nd|rd|th)?(?: of)? \\p{L}.*)");

    private static final Pattern YEAR = Pattern.compile("\\d{4}|/\\d{2}$");
    private static final Period LONGEST_UNSAID = Period.ofMonths(6);

    private AwayDaysParser() {}

    /** The first and the last day; empty when they cannot be read, or the last comes before the first. May be past. */
    static Optional<AwayPeriod> parse(String written, LocalDate today) {
        String plain = written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2010-\u2015]", "-")
                .replaceAll("\\s+", " ");
        Matcher length = LENGTH.matcher(plain);
        if (length.matches()) {
            return Optional.of(new AwayPeriod(today, today.plus(period(length)).minusDays(1)));
        }
        if (plain.equals("next week")) {
            LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return Optional.of(new AwayPeriod(monday, monday.plusDays(6)));
        }
        Matcher oneMonth = DAYS_OF_ONE_MONTH.matcher(plain);
        if (oneMonth.matches()) {
            String month = oneMonth.group(2).replaceFirst("^\\d{1,2}(?:st|nd|rd|th)?", "");
            return between(oneMonth.group(1) + month, oneMonth.group(2), today);
        }
        Matcher until = UNTIL.matcher(plain);
        if (until.matches()) {
            return between("today", until.group(1), today);
        }
        Matcher fromTo = FROM_TO.matcher(plain);
        return fromTo.matches() ? between(fromTo.group(1), fromTo.group(2), today) : between(plain, plain, today);
    }

    private static Optional<AwayPeriod> between(String first, String last, LocalDate today) {
        return day(first, today, today)
                .flatMap(from -> first.equals(last)
                        ? Optional.of(new AwayPeriod(from, from))
                        : day(last, today, from)
                                .filter(to -> !to.isBefore(from))
                                // 28 Dec to 21 Dec is a slip and not a year, unless the year is there.
                                .filter(to -> YEAR.matcher(last).find() || to.isBefore(from.plus(LONGEST_UNSAID)))
                                .map(to -> new AwayPeriod(from, to)));
    }

    /** The day that is meant; without a year the next that is not before {@code earliest}. */
    private static Optional<LocalDate> day(String written, LocalDate today, LocalDate earliest) {
        return switch (written) {
            case "today", "heddiw" -> Optional.of(today);
            case "tomorrow", "yfory" -> Optional.of(today.plusDays(1));
            case "next week" -> Optional.empty();
            default -> PauseDay.read(written, earliest.minusDays(1));
        };
    }

    private static Period period(Matcher length) {
        int number = Integer.parseInt(length.group(1));
        return switch (length.group(2).charAt(0)) {
            case 'd' -> Period.ofDays(number);
            case 'w' -> Period.ofWeeks(number);
            default -> Period.ofMonths(number);
        };
    }
}
