package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
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
import org.peerline.peers.availability.AwayPeriod;

/**
 * How many active peers offer each hour of this week and are not away on that day. Peers tell their hours on their own clocks; the hours here are on
 * the service's, so that a week in which one of them changes shows as it is.
 */
@ApplicationScoped
public class CoverageByHour {
    static final int HOURS = 24;
    private static final int MIDDLE = 30;
    private static final AvailabilityColumn HOURS_OFFERED = new AvailabilityColumn();

    static final String OFFERED = """
            select availability, time_zone, away, count(*) as peers
            from peer left join (
                select peer_id, string_agg(starts_on || '/' || ends_on, ' ' order by starts_on) as away
                from peer_away where starts_on <= :last and ends_on >= :first group by peer_id
            ) as days on days.peer_id = peer.id
            where status = 'ACTIVE' group by availability, time_zone, away
            """;

    private final Jdbi jdbi;

    CoverageByHour(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param hours how many offer each; empty for an hour that this day does not have */
    public record Day(DayOfWeek day, List<OptionalInt> hours) {}

    /** So many peers offer exactly these hours, but for the days on which they are away. */
    record Offer(Availability hours, ZoneId zone, List<AwayPeriod> away, int peers) {
        boolean covers(Instant moment) {
            LocalDate there = moment.atZone(zone).toLocalDate();
            var thatDay = new AwayPeriod(there, there);
            return hours.covers(moment, zone) && away.stream().noneMatch(thatDay::overlaps);
        }
    }

    /** Monday first. */
    public List<Day> week(LocalDate today, ZoneId zone) {
        // A day more on each side: it may be another day where a peer lives.
        List<Offer> offers = jdbi.withHandle(handle -> handle.createQuery(OFFERED)
                .bind("first", today.with(DayOfWeek.MONDAY).minusDays(1))
                .bind("last", today.with(DayOfWeek.SUNDAY).plusDays(1))
                .map((row, context) -> new Offer(
                        HOURS_OFFERED.convertToEntityAttribute(row.getString("availability")),
                        ZoneId.of(row.getString("time_zone")),
                        away(row.getString("away")),
                        row.getInt("peers")))
                .list());
        return week(offers, today, zone);
    }

    private static List<AwayPeriod> away(String days) {
        return days == null
                ? List.of()
                : Arrays.stream(days.split(" "))
                        .map(period -> period.split("/"))
                        .map(ends -> new AwayPeriod(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])))
                        .toList();
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
                .filter(offer -> offer.covers(moment.toInstant()))
                .mapToInt(Offer::peers)
                .sum());
    }
}
