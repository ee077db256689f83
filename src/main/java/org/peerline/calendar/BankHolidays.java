package org.peerline.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bank holidays of one nation. A holiday that falls on a weekend closes both days: its own and the weekday that is
 * given instead.
 */
public final class BankHolidays {
    private final HolidayManager manager;
    private final String code;
    private final Map<Year, Set<LocalDate>> known = new ConcurrentHashMap<>();

    public BankHolidays(Nation nation) {
        this.manager = HolidayManager.getInstance(ManagerParameters.create("gb"));
        this.code = nation.code();
    }

    public boolean contains(LocalDate day) {
        return known.computeIfAbsent(Year.from(day), this::of).contains(day);
    }

    private Set<LocalDate> of(Year year) {
        // A holiday at the end of the year before may be given on a day of this one.
        return Stream.of(year.minusYears(1), year)
                .flatMap(one -> manager.getHolidays(one, code).stream())
                .flatMap(BankHolidays::days)
                .filter(day -> Year.from(day).equals(year))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.of(
                        Optional.of(holiday.getDate()),
                        Optional.ofNullable(holiday.getActualDate()),
                        holiday.getObservedDate())
                .flatMap(Optional::stream);
    }
}
