package org.peerline.peers.availability;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Keeps weekly hours as {@code MONDAY 09:00 17:30;SATURDAY 22:00 02:00}. */
@Converter
public class AvailabilityColumn implements AttributeConverter<Availability, String> {
    @Override
    public String convertToDatabaseColumn(Availability availability) {
        return availability.spans().stream()
                .map(span -> span.day() + " " + span.from() + " " + span.to())
                .collect(Collectors.joining(";"));
    }

    @Override
    public Availability convertToEntityAttribute(String kept) {
        return new Availability(Arrays.stream(kept.split(";"))
                .filter(span -> !span.isEmpty())
                .map(span -> span.split(" "))
                .map(part -> new Availability.Span(
                        DayOfWeek.valueOf(part[0]), LocalTime.parse(part[1]), LocalTime.parse(part[2])))
                .toList());
    }
}
