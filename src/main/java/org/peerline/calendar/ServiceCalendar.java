package org.peerline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * On which days the programme expects something of people. A closed day is a whole local day, whatever its length, and
 * time that passes on it does not count.
 */
public final class ServiceCalendar {
    private final ZoneId zone;
    private final Predicate<LocalDate> closed;

    public ServiceCalendar(ZoneId zone, Predicate<LocalDate> closed) {
        this.zone = zone;
        this.closed = closed;
    }

    public boolean isOpen(Instant moment) {
        return !closed.test(day(moment));
    }

    /** The moment itself, or the beginning of the next open day. */
    public Instant open(Instant moment) {
        LocalDate day = day(moment);
        if (!closed.test(day)) {
            return moment;
        }
        while (closed.test(day)) {
            day = day.plusDays(1);
        }
        return beginning(day);
    }

    /** The first open moment at which {@code length} of open time has passed since {@code from}. */
    public Instant after(Instant from, Duration length) {
        Instant at = open(from);
        Duration left = length;
        while (true) {
            Instant midnight = beginning(day(at).plusDays(1));
            Duration today = Duration.between(at, midnight);
            if (left.compareTo(today) < 0) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = open(midnight);
        }
    }

    /**
     * The other way round: the latest beginning of a wait of {@code length} that is over by {@code to}, which is an open
     * moment. So what has fallen due is found by when it began.
     */
    public Instant before(Instant to, Duration length) {
        Instant at = to;
        Duration left = length;
        while (true) {
            LocalDate day = day(at.minusNanos(1));
            Instant midnight = beginning(day);
            Duration that = closed.test(day) ? Duration.ZERO : Duration.between(midnight, at);
            if (left.compareTo(that) <= 0) {
                return at.minus(left);
            }
            left = left.minus(that);
            at = midnight;
        }
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
