package org.peerline.peers.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.peers.availability.Availability.Span;

class AvailabilityColumnTest {
    private final AvailabilityColumn column = new AvailabilityColumn();

    static Stream<Availability> every_kind_of_hours() {
        return Stream.of(
                new Availability(List.of()),
                new Availability(List.of(new Span(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30)))),
                new Availability(List.of(
                        new Span(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.of(23, 59)),
                        new Span(DayOfWeek.SATURDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT))));
    }

    @ParameterizedTest
    @MethodSource("every_kind_of_hours")
    void hours_come_back_as_they_were_kept(Availability hours) {
        assertEquals(hours, column.convertToEntityAttribute(column.convertToDatabaseColumn(hours)));
    }

    @Test
    void hours_are_kept_readably() {
        var hours = new Availability(List.of(
                new Span(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30)),
                new Span(DayOfWeek.SATURDAY, LocalTime.of(22, 0), LocalTime.of(2, 0))));
        assertEquals("MONDAY 09:00 17:30;SATURDAY 22:00 02:00", column.convertToDatabaseColumn(hours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MONDAY 09:00 17:30", "MONDAY 09:00 17:30;SATURDAY 22:00 02:00;SUNDAY 00:00 23:59"})
    void what_is_kept_is_read_and_written_the_same(String kept) {
        assertEquals(kept, column.convertToDatabaseColumn(column.convertToEntityAttribute(kept)));
    }
}
