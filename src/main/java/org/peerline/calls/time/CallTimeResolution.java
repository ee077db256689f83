package org.peerline.calls.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peerline.calls.time.CallTimeReading.Ambiguous;
import org.peerline.calls.time.CallTimeReading.Reason;
import org.peerline.calls.time.CallTimeReading.Refused;
import org.peerline.calls.time.CallTimeReading.Understood;
import org.peerline.calls.time.phrase.DayPhrase;
import org.peerline.calls.time.phrase.Moment;
import org.peerline.calls.time.phrase.TimePhrase;

/** Puts phrases on the calendar. Every possible reading counts; what cannot be, being past for one, is no reading. */
final class CallTimeResolution {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Instant now;
    private final ZoneId zone;
    private final Set<ZonedDateTime> readings = new TreeSet<>(Comparator.comparing(ZonedDateTime::toInstant));
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private CallTimeResolution(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static CallTimeReading of(List<TimePhrase> phrases, Instant now, ZoneId zone) {
        var resolution = new CallTimeResolution(now, zone);
        phrases.forEach(resolution::add);
        return resolution.outcome(phrases.stream().anyMatch(TimePhrase::approximate));
    }

    private CallTimeReading outcome(boolean approximate) {
        if (readings.isEmpty()) {
            return new Refused(reasons.stream().findFirst().orElse(Reason.NOT_UNDERSTOOD));
        }
        if (readings.size() > Ambiguous.MOST || (approximate && readings.size() == 1)) {
            return new Refused(Reason.VAGUE);
        }
        List<ZonedDateTime> inOrder = List.copyOf(readings);
        return inOrder.size() == 1 ? new Understood(inOrder.get(0)) : new Ambiguous(inOrder);
    }

    private void add(TimePhrase phrase) {
        ZoneId spoken = phrase.inUkTime() ? UK : zone;
        if (phrase.fromNow() != null) {
            addIfAhead(
                    now.plus(phrase.fromNow()).truncatedTo(ChronoUnit.MINUTES).atZone(spoken));
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, spoken);
        DayPhrase day = phrase.day();
        List<LocalDate> dates = day.dates(today);
        if (dates.isEmpty()) {
            reasons.add(Reason.DOES_NOT_EXIST);
        }
        for (LocalDate date : dates) {
            if (!phrase.agreesWith(date, today)) {
                reasons.add(Reason.WRONG_WEEKDAY);
            } else if (!phrase.saysTime()) {
                reasons.add(Reason.NO_TIME);
            } else {
                addMoments(phrase, day, date, spoken);
            }
        }
    }

    private void addMoments(TimePhrase phrase, DayPhrase day, LocalDate date, ZoneId spoken) {
        List<Moment> moments = phrase.moments();
        if (moments.isEmpty()) {
            reasons.add(phrase.saysTimeThatExists() ? Reason.NOT_UNDERSTOOD : Reason.DOES_NOT_EXIST);
        }
        for (Moment moment : moments) {
            LocalDateTime at = date.plusDays(moment.daysLater()).atTime(moment.time());
            boolean rollsOver = day.daysToNext() > 0 && !phrase.saysDayTwice();
            boolean over = !at.isAfter(LocalDateTime.ofInstant(now, spoken));
            addExisting(over && rollsOver ? at.plusDays(day.daysToNext()) : at, spoken);
        }
    }

    private void addExisting(LocalDateTime at, ZoneId spoken) {
        var offsets = spoken.getRules().getValidOffsets(at);
        if (offsets.isEmpty()) {
            reasons.add(Reason.DOES_NOT_EXIST);
        }
        // Twice at the end of summer time: two readings.
        offsets.forEach(offset -> addIfAhead(ZonedDateTime.ofInstant(at, offset, spoken)));
    }

    private void addIfAhead(ZonedDateTime at) {
        LocalDate lastDay = LocalDate.ofInstant(now, zone).plusDays(CallTimeReading.MOST_DAYS_AHEAD);
        ZonedDateTime here = at.withZoneSameInstant(zone);
        if (!here.toInstant().isAfter(now)) {
            reasons.add(Reason.PAST);
        } else if (here.toLocalDate().isAfter(lastDay)) {
            reasons.add(Reason.TOO_FAR);
        } else {
            readings.add(here);
        }
    }
}
