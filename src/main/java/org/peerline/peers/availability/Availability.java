package org.peerline.peers.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weekly hours that a peer offers. No hours at all means any time. A span whose end is not after its beginning runs
 * past midnight; 00:00 to 23:59 is the whole day.
 */
public record Availability(List<Span> spans) {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

    /** One span, in the service's local time; {@code to} is the last minute that belongs to it. */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {
        private boolean covers(DayOfWeek today, LocalTime time) {
            if (from.isBefore(to)) {
                return day == today && !time.isBefore(from) && !time.isAfter(to);
            }
            return (day == today && !time.isBefore(from)) || (day.plus(1) == today && !time.isAfter(to));
        }

        private boolean overlaps(Span other) {
            // Each is looked for from where the other begins, around the week: Sunday night runs into Monday.
            return beginsWithin(other) || other.beginsWithin(this);
        }

        private boolean beginsWithin(Span other) {
            int after = Math.floorMod(beginning() - other.beginning(), MINUTES_A_WEEK);
            return after < other.length();
        }

        private int beginning() {
            return (day.getValue() - 1) * MINUTES_A_DAY + from.toSecondOfDay() / 60;
        }

        private int length() {
            int minutes = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
            return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
        }
    }

    public Availability {
        spans = List.copyOf(spans);
    }

    /** Whether the moment lies inside the hours. */
    public boolean covers(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var minute = local.toLocalTime().withSecond(0).withNano(0);
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.covers(local.getDayOfWeek(), minute));
    }

    /**
     * Which spans, counted from 0, overlap an earlier one. One that begins at the very minute at which another ends does
     * not: people write 09:00 to 12:00 and 12:00 to 17:00.
     */
    public List<Integer> overlapping() {
        return IntStream.range(0, spans.size())
                .filter(later ->
                        spans.subList(0, later).stream().anyMatch(earlier -> earlier.overlaps(spans.get(later))))
                .boxed()
                .toList();
    }
}
