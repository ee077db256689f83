package org.peerline.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the one calendar of the service from its settings. */
@ApplicationScoped
class CalendarProducer {
    @Produces
    @Singleton
    ServiceCalendar calendar(CalendarConfig config, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        return new ServiceCalendar(
                zone, new ClosedDays(config.bankHolidays(), config.closedDates().orElse(List.of())));
    }

    void refuseWrongDaysAtStart(@Observes StartupEvent start, ServiceCalendar calendar) {
        // To be made is enough: the settings have been read.
    }
}
