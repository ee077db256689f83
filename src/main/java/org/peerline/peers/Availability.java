package org.peerline.peers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The weekly hours that a peer offers. No hours at all means any time. A span whose end is not after its beginning runs
 * past midnight; 00:00 to 23:59 is the whole day.
 */
public record Availability(List<Span> spans) {

    /** One span, in the service's local time; {@code to} is the last minute that belongs to it. */
    public record Span(DayOfWeek day, LocalTime from, LocalTime to) {
        private boolean covers(DayOfWeek today, LocalTime time) {
            if (from.isBefore(to)) {
                return day == today && !time.isBefore(from) && !time.isAfter(to);
            }
            return (day == today && !time.isBefore(from)) || (day.plus(1) == today && !time.isAfter(to));
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
}
