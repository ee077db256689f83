package org.peerline.calls.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.peerline.core.Reference;
import org.peerline.testkit.Ical;

class CalendarFeedTest {
    private static final UUID ID = UUID.fromString("01a202d7-e6b8-7968-a5f3-7c0fe1bb942e");
    private static final Instant START = Instant.parse("2027-03-28T18:30:00Z");
    private static final Instant CHANGED = Instant.parse("2027-03-20T10:02:11.123456Z");

    private static CalendarEntry entry(boolean cancelled, int sequence) {
        return new CalendarEntry(ID, sequence, START, cancelled, CHANGED, new Reference("PS-7K3QXM"));
    }

    @Test
    void another_library_reads_what_was_written() {
        Calendar calendar = Ical.read(CalendarFeed.write(List.of(entry(false, 0))));
        VEvent event = Ical.events(calendar).get(0);
        assertEquals(ID + "@peerline", Ical.value(event, "UID"));
        assertEquals("0", Ical.value(event, "SEQUENCE"));
        assertEquals("CONFIRMED", Ical.value(event, "STATUS"));
        assertEquals("20270328T183000Z", Ical.value(event, "DTSTART"));
        assertEquals("PT30M", Ical.value(event, "DURATION"));
        assertEquals("Call PS-7K3QXM", Ical.value(event, "SUMMARY"));
    }

    @Test
    void a_call_that_is_off_stays_as_cancelled() {
        VEvent event = Ical.events(Ical.read(CalendarFeed.write(List.of(entry(true, 1)))))
                .get(0);
        assertEquals("CANCELLED", Ical.value(event, "STATUS"));
        assertEquals("1", Ical.value(event, "SEQUENCE"));
    }

    @Test
    void times_are_in_utc_so_that_no_zone_needs_describing() {
        String feed = CalendarFeed.write(List.of(entry(false, 0)));
        assertFalse(feed.contains("TZID") || feed.contains("VTIMEZONE"), feed);
        assertTrue(feed.contains("\r\n"), "lines end as calendars want them");
    }

    @Test
    void the_same_calls_are_the_same_feed() {
        assertEquals(CalendarFeed.write(List.of(entry(false, 0))), CalendarFeed.write(List.of(entry(false, 0))));
    }

    @Test
    void an_empty_calendar_is_one_too() {
        assertEquals(List.of(), Ical.events(Ical.read(CalendarFeed.write(List.of()))));
    }

    @Test
    void a_token_is_known_by_its_form_and_never_printed() {
        var token = CalendarToken.random();
        assertEquals(token, CalendarToken.parse(token.text()).orElseThrow());
        assertEquals("CalendarToken", token.toString());
        for (String wrong :
                new String[] {"", "pc_", token.text() + "A", token.text().replace("pc_", "pl_")}) {
            assertTrue(CalendarToken.parse(wrong).isEmpty(), wrong);
        }
        assertTrue(CalendarToken.parse(null).isEmpty());
    }
}
