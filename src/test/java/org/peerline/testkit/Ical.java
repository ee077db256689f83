package org.peerline.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** Reads calendars with another library than the one that writes them. */
public final class Ical {
    private Ical() {}

    public static Calendar read(String feed) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
            var faults = calendar.validate();
            if (faults.hasErrors()) {
                throw new AssertionError(faults.toString());
            }
            return calendar;
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    public static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    public static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
