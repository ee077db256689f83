package org.peerline.assignments.choosing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.Availability.Span;
import org.peerline.peers.availability.AvailabilityColumn;
import org.peerline.testkit.PeerlineTest;

/** The database sorts by hours as the roster reads them: overnight, over the end of a week, and when clocks change. */
@PeerlineTest
class MinutesOfWeekTest {
    private static final String COVERS = """
            select minutes_of_week(:hours) is null or minutes_of_week(:hours) @> (
                (extract(isodow from cast(:now as timestamptz) at time zone :zone) - 1) * 1440
                + extract(hour from cast(:now as timestamptz) at time zone :zone) * 60
                + extract(minute from cast(:now as timestamptz) at time zone :zone))::int
            """;

    @Inject
    Jdbi jdbi;

    private boolean inDatabase(Availability hours, Instant now, String zone) {
        return jdbi.withHandle(handle -> handle.createQuery(COVERS)
                .bind("hours", new AvailabilityColumn().convertToDatabaseColumn(hours))
                .bind("now", now)
                .bind("zone", zone)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void database_and_roster_agree_whatever_the_hours_the_moment_and_the_zone() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var zones = List.of("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland");
        for (int round = 0; round < 300; round++) {
            var hours = new Availability(IntStream.range(0, random.nextInt(4))
                    .mapToObj(n -> new Span(
                            DayOfWeek.of(1 + random.nextInt(7)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            LocalTime.of(random.nextInt(24), random.nextInt(60))))
                    .filter(span -> !span.from().equals(span.to()))
                    .toList());
            Instant now = Instant.parse("2026-10-24T22:00:00Z").plus(Duration.ofMinutes(random.nextInt(12_000)));
            String zone = zones.get(random.nextInt(zones.size()));
            assertEquals(
                    hours.covers(now, ZoneId.of(zone)),
                    inDatabase(hours, now, zone),
                    "seed " + seed + ": " + hours + " at " + now + " in " + zone);
        }
    }

    @Test
    void sunday_night_runs_into_monday() {
        var night = new Availability(List.of(new Span(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))));
        assertEquals(true, inDatabase(night, Instant.parse("2026-11-23T06:00:59Z"), "Europe/London"));
        assertEquals(false, inDatabase(night, Instant.parse("2026-11-23T06:01:00Z"), "Europe/London"));
        assertEquals(true, inDatabase(night, Instant.parse("2026-11-22T22:00:00Z"), "Europe/London"));
        assertEquals(false, inDatabase(night, Instant.parse("2026-11-22T21:59:59Z"), "Europe/London"));
    }
}
