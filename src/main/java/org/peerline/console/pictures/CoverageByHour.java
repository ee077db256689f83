package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AvailabilityColumn;

/**
 * How many active peers offer each hour of this week. Peers tell their hours on their own clocks; the hours here are on
 * the service's, so that a week in which one of them changes shows as it is.
 */
@ApplicationScoped
public class CoverageByHour {
    static final int HOURS = 24;
    private static final int MIDDLE = 30;
    private static final AvailabilityColumn HOURS_OFFERED = new AvailabilityColumn();

    static final String OFFERED = "select availability, time_zone, count(*) as peers from peer where status = 'ACTIVE'"
            + " group by availability, time_zone";

    private final Jdbi jdbi;

    CoverageByHour(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param hours how many offer each; empty for an hour that this day does not have */
    public record Day(DayOfWeek day, List<OptionalInt> hours) {}

    /** So many peers offer exactly these hours. */
    record Offer(Availability hours, ZoneId zone, int peers) {}

    /** Monday first. */
    public List<Day> week(LocalDate today, ZoneId zone) {
        List<Offer> offers = jdbi.withHandle(handle -> handle.createQuery(OFFERED)
                .map((row, context) -> new Offer(
                        HOURS_OFFERED.convertToEntityAttribute(row.getString("availability")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getInt("peers")))
                .list());
        return week(offers, today, zone);
    }

    static List<Day> week(List<Offer> offers, LocalDate today, ZoneId zone) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day,
                        IntStream.range(0, HOURS)
                                .mapToObj(
                                        hour -> covered(offers, today.with(day).atTime(hour, MIDDLE), zone))
                                .toList()))
                .toList();
    }

    private static OptionalInt covered(List<Offer> offers, LocalDateTime middle, ZoneId zone) {
        ZonedDateTime moment = middle.atZone(zone);
        if (!moment.toLocalDateTime().equals(middle)) {
            return OptionalInt.empty(); // clocks go forward over it
        }
        return OptionalInt.of(offers.stream()
                .filter(offer -> offer.hours().covers(moment.toInstant(), offer.zone()))
                .mapToInt(Offer::peers)
                .sum());
    }
}
