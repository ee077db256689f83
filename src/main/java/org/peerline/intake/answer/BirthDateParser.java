package org.peerline.intake.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerline.api.input.PlausibleAge;
import org.peerline.intake.answer.Reading.Why;

/** Reads a date of birth. A year of two digits counts when only one century gives somebody of working age. */
public final class BirthDateParser {
    private static final int OLDEST_OF_TWO_DIGITS = 90;

    private BirthDateParser() {}

    public static Reading<LocalDate> read(String written, LocalDate today) {
        Optional<WrittenDate> date = WrittenDate.read(written);
        if (date.isEmpty()) {
            return Reading.unclear(Why.NOT_UNDERSTOOD);
        }
        if (date.get().year().isEmpty()) {
            return Reading.unclear(Why.YEAR_UNCLEAR);
        }
        int year = date.get().year().getAsInt();
        if (!date.get().twoDigitYear()) {
            return checked(date.get().in(year).orElseThrow(), today);
        }
        List<LocalDate> likely = Stream.of(1900 + year, 2000 + year)
                .flatMap(full -> date.get().in(full).stream())
                .filter(born -> age(born, today) >= PlausibleAge.YOUNGEST && age(born, today) <= OLDEST_OF_TWO_DIGITS)
                .toList();
        return likely.size() == 1 ? Reading.understood(likely.get(0)) : Reading.unclear(Why.YEAR_UNCLEAR);
    }

    private static Reading<LocalDate> checked(LocalDate born, LocalDate today) {
        if (born.isAfter(today) || age(born, today) > PlausibleAge.OLDEST) {
            return Reading.unclear(Why.DATE_IMPOSSIBLE);
        }
        return age(born, today) < PlausibleAge.YOUNGEST ? Reading.unclear(Why.TOO_YOUNG) : Reading.understood(born);
    }

    private static long age(LocalDate born, LocalDate today) {
        return ChronoUnit.YEARS.between(born, today);
    }
}
