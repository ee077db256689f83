package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The hours in which people sleep. A text that the service starts by itself waits until they are over; whatever answers
 * a person goes at once.
 */
@ApplicationScoped
public class QuietHours {
    private final LocalTime from;
    private final LocalTime until;
    private final ZoneId zone;

    public QuietHours(
            @ConfigProperty(name = "peerline.clock.quiet-from", defaultValue = "21:00") LocalTime from,
            @ConfigProperty(name = "peerline.clock.quiet-until", defaultValue = "08:00") LocalTime until,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.from = from;
        this.until = until;
        this.zone = zone;
    }

    /** The moment itself, or the end of the quiet hours that it falls in. */
    public Instant over(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime clock = local.toLocalTime();
        boolean pastMidnight = from.isAfter(until);
        boolean evening = !clock.isBefore(from);
        boolean morning = clock.isBefore(until);
        boolean quiet = pastMidnight ? evening || morning : evening && morning;
        if (!quiet) {
            return moment;
        }
        var day = pastMidnight && evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(until).atZone(zone).toInstant();
    }
}
