package org.peerline.calls.time;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reads the tables beside this class, and writes readings as the tables do. */
final class TimeTable {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private TimeTable() {}

    static Stream<Arguments> rows(String file) {
        try (InputStream table = TimeTable.class.getResourceAsStream(file)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> Arguments.of(Stream.of(line.split("\\|"))
                                    .map(String::strip)
                                    .toArray()))
                            .toList()
                            .stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    static Instant inLondon(String minute) {
        return LocalDateTime.parse(minute, MINUTE).atZone(LONDON).toInstant();
    }

    static String written(CallTimeReading reading) {
        return written(reading, MINUTE);
    }

    static String withZone(CallTimeReading reading) {
        return written(reading, WITH_ZONE);
    }

    private static String written(CallTimeReading reading, DateTimeFormatter form) {
        if (reading instanceof CallTimeReading.Refused refused) {
            return refused.reason().name();
        }
        return moments(reading).stream().map(form::format).collect(Collectors.joining(" or "));
    }

    /** The moments that a reading names, none for a refusal. */
    static List<ZonedDateTime> moments(CallTimeReading reading) {
        if (reading instanceof CallTimeReading.Understood understood) {
            return List.of(understood.at());
        }
        return reading instanceof CallTimeReading.Ambiguous ambiguous ? ambiguous.readings() : List.of();
    }
}
