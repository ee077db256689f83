package org.peerline.peers.rest.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.peers.availability.Availability;

/** Some hours of the week, as sent and as answered. */
@Schema(description = "Hours of each week that begin on this day, in the service's time zone.")
public record AvailabilitySpan(
        @Schema(description = "The day on which the hours begin.") @NotNull(message = "Is required.")
        DayOfWeek day,

        @Schema(implementation = String.class, pattern = HH_MM, maxLength = 5, description = "HH:MM.")
        @JsonFormat(pattern = "HH:mm")
        @NotNull(message = "Is required.")
        LocalTime from,

        @Schema(
                implementation = String.class,
                pattern = HH_MM,
                maxLength = 5,
                description = "The last minute, HH:MM. Before `from`: the hours run past midnight."
                        + " 00:00 to 23:59 is the whole day.")
        @JsonFormat(pattern = "HH:mm")
        @NotNull(message = "Is required.")
        LocalTime to) {
    private static final String HH_MM = "([01][0-9]|2[0-3]):[0-5][0-9]";

    boolean whole() {
        return day != null && from != null && to != null;
    }

    /** Null, as for a property left out, stays null. */
    public static Availability read(List<AvailabilitySpan> spans) {
        return spans == null
                ? null
                : new Availability(spans.stream()
                        .map(span -> new Availability.Span(span.day, span.from, span.to))
                        .toList());
    }

    public static List<AvailabilitySpan> of(Availability availability) {
        return availability.spans().stream()
                .map(span -> new AvailabilitySpan(span.day(), span.from(), span.to()))
                .toList();
    }
}
