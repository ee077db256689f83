package org.peerline.calls.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Writes a peer's calendar. All times are in UTC, which every calendar program shows on its own clocks, so no time zone
 * needs to be described. The requester is their reference: a calendar is often shared.
 */
public final class CalendarFeed {
    private static final String PRODUCT = "-//Peerline//Agreed calls//EN";

    /** Only so that an entry can be seen in a calendar: no call has a prescribed length. */
    private static final Duration SHOWN_AS = Duration.builder().minutes(30).build();

    private static final Duration READ_AGAIN = Duration.builder().minutes(15).build();

    private static final UtcOffset NO_OFFSET = new UtcOffset(true, 0, 0);

    private CalendarFeed() {}

    public static String write(List<CalendarEntry> entries) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setRefreshInterval(READ_AGAIN);
        calendar.addName("Agreed calls");
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        if (entries.isEmpty()) {
            // A calendar has at least one component (RFC 5545, 3.6), and strict programs refuse one without.
            calendar.addComponent(greenwich());
        }
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }

    private static VEvent event(CalendarEntry entry) {
        var event = new VEvent();
        event.setUid(entry.id() + "@peerline");
        event.setSequence(entry.sequence());
        event.setDateTimeStamp(date(entry.changedAt()));
        event.setLastModified(date(entry.changedAt()));
        event.setDateStart(date(entry.startsAt()));
        event.setDuration(SHOWN_AS);
        event.setSummary((entry.cancelled() ? "Called off: call " : "Call ")
                + entry.reference().text());
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    private static VTimezone greenwich() {
        var standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1970, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(NO_OFFSET);
        standard.setTimezoneOffsetTo(NO_OFFSET);
        var zone = new VTimezone("Etc/UTC");
        zone.addStandardTime(standard);
        return zone;
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
