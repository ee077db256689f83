package org.peerline.calls.negotiation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerline.calls.time.CallTimeReading;

/** One to three times that somebody suggests for one call, in order of time, each once. */
public record Offer(List<ZonedDateTime> times) {
    public static final int MOST_TIMES = 3;

    public Offer {
        times = times.stream()
                .collect(Collectors.toMap(ZonedDateTime::toInstant, time -> time, (first, same) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(ZonedDateTime::toInstant))
                .toList();
        if (times.isEmpty() || times.size() > MOST_TIMES) {
            throw new IllegalArgumentException("an offer has one to three times");
        }
    }

    public static Offer of(ZonedDateTime time) {
        return new Offer(List.of(time));
    }

    /** What is wrong with a time whatever else has been suggested or agreed. */
    public static Optional<CallRefusal> whyNot(ZonedDateTime at, Instant now) {
        if (!at.toInstant().isAfter(now)) {
            return Optional.of(CallRefusal.CALL_IN_THE_PAST);
        }
        LocalDate lastDay = LocalDate.ofInstant(now, at.getZone()).plusDays(CallTimeReading.MOST_DAYS_AHEAD);
        return at.toLocalDate().isAfter(lastDay) ? Optional.of(CallRefusal.CALL_TOO_FAR_AHEAD) : Optional.empty();
    }

    public boolean isOneTime() {
        return times.size() == 1;
    }

    Set<Instant> moments() {
        return times.stream().map(ZonedDateTime::toInstant).collect(Collectors.toSet());
    }

    /** {@code null} where there are not so many. */
    Instant moment(int index) {
        return index < times.size() ? times.get(index).toInstant() : null;
    }

    ZoneId zone() {
        return times.get(0).getZone();
    }
}
