package org.peerline.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.peerline.core.StartupRefused;

/** Reads from the settings which days are closed. */
final class ClosedDays implements Predicate<LocalDate> {
    private static final String NATIONS = "PEERLINE_CLOCK_BANK_HOLIDAYS";
    private static final String DATES = "PEERLINE_CLOCK_CLOSED_DATES";
    private static final int DAYS_OF_A_YEAR = 10;

    private final List<BankHolidays> holidays = new ArrayList<>();
    private final Set<LocalDate> once = new HashSet<>();
    private final Set<MonthDay> everyYear = new HashSet<>();

    ClosedDays(List<String> nations, List<String> dates) {
        for (String written : nations) {
            String name = written.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            if (!name.equals("NONE")) {
                holidays.add(new BankHolidays(nation(name)));
            }
        }
        dates.forEach(written -> add(written.strip()));
    }

    @Override
    public boolean test(LocalDate day) {
        return once.contains(day)
                || everyYear.contains(MonthDay.from(day))
                || holidays.stream().anyMatch(nation -> nation.contains(day));
    }

    private static Nation nation(String name) {
        return Arrays.stream(Nation.values())
                .filter(nation -> nation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartupRefused(
                        NATIONS + " must name england, wales, scotland, northern-ireland, several of them, or none."));
    }

    private void add(String written) {
        try {
            if (written.length() < DAYS_OF_A_YEAR) {
                everyYear.add(MonthDay.parse("--" + written));
            } else {
                once.add(LocalDate.parse(written));
            }
        } catch (DateTimeParseException unreadable) {
            throw new StartupRefused(
                    DATES + " must be days such as 2026-12-24, or 12-28 for every year, separated by commas.");
        }
        if (everyYear.size() > 100) {
            throw new StartupRefused(DATES + " closes more than a hundred days of every year.");
        }
    }
}
