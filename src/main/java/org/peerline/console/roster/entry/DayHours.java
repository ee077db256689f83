package org.peerline.console.roster.entry;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.HoursParser;

/** The hours of one day in one field, as people write them: {@code 8:00-9:30, 18:00-21:30}. */
final class DayHours {
    static final String HOW = "Write hours like 18:00-21:30, and a comma between several.";
    static final String NONE = "Say which hours, or choose any time.";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private DayHours() {}

    static String written(Availability availability, DayOfWeek day) {
        return availability.spans().stream()
                .filter(span -> span.day() == day)
                .map(span -> CLOCK.format(span.from()) + "-" + CLOCK.format(span.to()))
                .collect(Collectors.joining(", "));
    }

    /** From and to of each span; empty when it cannot be read. */
    static Optional<List<String[]>> read(String typed, DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.SHORT, Locale.UK);
        var spans = new ArrayList<String[]>();
        for (String part : typed.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            var hours = HoursParser.parse(name + " " + part.strip());
            if (hours.fault().isPresent() || hours.spans().size() != 1) {
                return Optional.empty();
            }
            var span = hours.spans().get(0);
            spans.add(new String[] {CLOCK.format(span.from()), CLOCK.format(span.to())});
        }
        return Optional.of(List.copyOf(spans));
    }
}
