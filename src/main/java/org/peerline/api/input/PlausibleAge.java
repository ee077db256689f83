package org.peerline.api.input;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether a date can be the date of birth of somebody who works or studies in medicine. */
public final class PlausibleAge {
    public static final int YOUNGEST = 16;
    public static final int OLDEST = 110;

    private PlausibleAge() {}

    /** What is wrong with it, as a sentence; empty when nothing is. */
    static Optional<String> fault(LocalDate born, LocalDate today) {
        if (born.isAfter(today)) {
            return Optional.of("The date of birth is in the future.");
        }
        long age = ChronoUnit.YEARS.between(born, today);
        if (age < YOUNGEST) {
            return Optional.of("This service is for people aged 16 or over.");
        }
        return age > OLDEST
                ? Optional.of("The date of birth is too long ago; please check the year.")
                : Optional.empty();
    }
}
