package org.peerline.requests.keeping;

import java.time.LocalDate;
import java.time.Period;

/** What is left of a date of birth: ten years wide, and wide open at both ends, where few people are. */
final class AgeBand {
    private static final int YOUNGEST = 25;
    private static final int OLDEST = 65;
    private static final int WIDTH = 10;

    private AgeBand() {}

    static String of(LocalDate dateOfBirth, LocalDate on) {
        int age = Period.between(dateOfBirth, on).getYears();
        if (age < YOUNGEST) {
            return "under " + YOUNGEST;
        }
        if (age >= OLDEST) {
            return OLDEST + " and over";
        }
        int from = YOUNGEST + (age - YOUNGEST) / WIDTH * WIDTH;
        return from + " to " + (from + WIDTH - 1);
    }
}
