package org.peerline.calls.time.phrase;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One way in which a whole text can be taken. Each thing is said at most once; what is not said is null. A date, a word
 * such as tomorrow and a weekday may stand beside each other when they agree.
 */
public record TimePhrase(
        Duration fromNow,
        DayPhrase date,
        DayPhrase dayWord,
        DayPhrase weekday,
        ClockPhrase clock,
        PartOfDay part,
        boolean approximate,
        boolean inUkTime) {

    public static final TimePhrase NOTHING = new TimePhrase(null, null, null, null, null, null, false, false);

    public Optional<TimePhrase> withFromNow(Duration duration) {
        return onlyIf(
                fromNow == null, new TimePhrase(duration, date, dayWord, weekday, clock, part, approximate, inUkTime));
    }

    public Optional<TimePhrase> withDate(DayPhrase day) {
        return onlyIf(date == null, new TimePhrase(fromNow, day, dayWord, weekday, clock, part, approximate, inUkTime));
    }

    public Optional<TimePhrase> withDayWord(DayPhrase day) {
        return onlyIf(dayWord == null, new TimePhrase(fromNow, date, day, weekday, clock, part, approximate, inUkTime));
    }

    public Optional<TimePhrase> withWeekday(DayPhrase day) {
        return onlyIf(weekday == null, new TimePhrase(fromNow, date, dayWord, day, clock, part, approximate, inUkTime));
    }

    public Optional<TimePhrase> withClock(ClockPhrase time) {
        return onlyIf(
                clock == null, new TimePhrase(fromNow, date, dayWord, weekday, time, part, approximate, inUkTime));
    }

    public Optional<TimePhrase> withPart(PartOfDay ofDay) {
        return onlyIf(
                part == null, new TimePhrase(fromNow, date, dayWord, weekday, clock, ofDay, approximate, inUkTime));
    }

    public Optional<TimePhrase> roughly() {
        return Optional.of(new TimePhrase(fromNow, date, dayWord, weekday, clock, part, true, inUkTime));
    }

    public Optional<TimePhrase> ukTime() {
        return onlyIf(!inUkTime, new TimePhrase(fromNow, date, dayWord, weekday, clock, part, approximate, true));
    }

    /** The day of an earlier offer, for "Thu 7pm or 8pm". */
    public TimePhrase onTheDayOf(TimePhrase earlier) {
        return new TimePhrase(
                fromNow, earlier.date, earlier.dayWord, earlier.weekday, clock, part, approximate, inUkTime);
    }

    public boolean saysDay() {
        return days().findAny().isPresent();
    }

    /** Whether it comes down to a moment, not only to a day. */
    public boolean saysTime() {
        return fromNow != null || clock != null || part == PartOfDay.LUNCH;
    }

    /** Whether it says anything of a time at all, and does not mix "in two hours" with a day or a clock. */
    public boolean saysSomething() {
        boolean momentAlone = fromNow == null || (!saysDay() && clock == null && part == null);
        return momentAlone && (saysTime() || saysDay() || part != null);
    }

    /** All times of day meant; empty when clock and part of day contradict each other. */
    public List<Moment> moments() {
        ClockPhrase said = clock == null ? new ClockPhrase.Lunchtime() : clock;
        return said.moments(part == null ? PartOfDay.ANY : part);
    }

    public boolean saysTimeThatExists() {
        return !(clock instanceof ClockPhrase.NoSuchTime);
    }

    /** "Tomorrow, Thursday": then neither can mean a week later. */
    public boolean saysDayTwice() {
        return days().count() > 1;
    }

    public DayPhrase day() {
        return days().findFirst().orElseGet(DayPhrase.Unsaid::new);
    }

    /** Whether all that is said of the day agrees with this date. */
    public boolean agreesWith(LocalDate chosen, LocalDate today) {
        return days().skip(1).allMatch(day -> day.agreesWith(chosen, today));
    }

    private Stream<DayPhrase> days() {
        return Stream.of(Optional.ofNullable(date), Optional.ofNullable(dayWord), Optional.ofNullable(weekday))
                .flatMap(Optional::stream);
    }

    private static Optional<TimePhrase> onlyIf(boolean unsaid, TimePhrase phrase) {
        return unsaid ? Optional.of(phrase) : Optional.empty();
    }
}
