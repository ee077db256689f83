package org.peerline.testkit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.peerline.calls.time.CallTimeWords;
import org.peerline.wording.Language;

/** Times in the week that {@link Programme#MONDAY} begins, and how texts write them. */
public final class Days {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Days() {}

    public static ZonedDateTime at(int daysAhead, int hour) {
        return LocalDate.ofInstant(Programme.MONDAY, LONDON)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(LONDON);
    }

    public static String day(int daysAhead, int hour) {
        return new CallTimeWords().ukTime(at(daysAhead, hour), Language.EN);
    }
}
