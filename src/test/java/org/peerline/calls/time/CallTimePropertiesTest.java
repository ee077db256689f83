package org.peerline.calls.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.peerline.calls.time.TimeTable.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peerline.calls.time.CallTimeReading.Understood;
import org.peerline.wording.Language;

class CallTimePropertiesTest {
    private static final List<String> TALK = List.of(
            "I", "can't", "do", "sorry", "when", "work", "feel", "call", "me", "you", "is", "was", "busy", "on", "off",
            "my", "shift", "ended", "maybe", "not", "never", "ok", "but", "ward", "we", "could", "talk", "again",
            "soon");
    private static final List<String> TIME_WORDS = List.of(
            "Thu",
            "7pm",
            "friday",
            "next",
            "tomorrow",
            "18:30",
            "at",
            "9",
            "the",
            "24th",
            "nov",
            "in",
            "two",
            "hours",
            "half",
            "past",
            "tonight",
            "noon",
            "5/12",
            "this",
            "week",
            "a",
            "morning",
            "evening",
            "to",
            "on",
            ",",
            "or",
            "quarter",
            "12",
            "am",
            "2026",
            "sun",
            "1.30",
            "midnight",
            "weekend",
            "lunch",
            "-",
            "about",
            "UK time",
            "dydd",
            "Mawrth",
            "nos",
            "fory",
            "3");

    private final CallTimeParser parser = new CallTimeParser();
    private final CallTimeWords words = new CallTimeWords();

    @Property(tries = 2000)
    void talk_with_times_in_it_is_never_understood(
            @ForAll("talk") List<String> talk,
            @ForAll("timeWords") List<String> times,
            @ForAll("moments") Instant now) {
        String before = String.join(" ", talk) + " " + String.join(" ", times);
        String after = String.join(" ", times) + " " + String.join(" ", talk);
        Assume.that(talk.stream().anyMatch(word -> !word.equals("on") && !word.equals("is")));
        for (String text : List.of(before, after)) {
            CallTimeReading reading = parser.read(text, now, LONDON, Language.EN);
            assertTrue(reading instanceof CallTimeReading.Refused, text);
        }
    }

    @Property(tries = 20000)
    void every_reading_is_ahead_within_60_days_and_on_the_clock(
            @ForAll("timeWords") List<String> times,
            @ForAll("moments") Instant now,
            @ForAll("zones") ZoneId zone,
            @ForAll Language language) {
        String text = String.join(" ", times);
        for (CallTimeReading reading : parser.readAlternatives(text, now, zone, language)) {
            List<ZonedDateTime> moments = TimeTable.moments(reading);
            for (ZonedDateTime at : moments) {
                assertTrue(at.toInstant().isAfter(now), text);
                assertFalse(
                        at.toLocalDate().isAfter(LocalDate.ofInstant(now, zone).plusDays(60)), text);
                assertEquals(zone, at.getZone(), text);
                assertTrue(zone.getRules().isValidOffset(at.toLocalDateTime(), at.getOffset()), text);
                assertEquals(0, at.getSecond() + at.getNano(), text);
            }
            assertEquals(
                    moments.stream()
                            .sorted(Comparator.comparing(ZonedDateTime::toInstant))
                            .distinct()
                            .toList(),
                    moments,
                    text);
        }
    }

    @Property
    void our_own_wording_is_read_back_as_the_same_moment(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll @IntRange(min = 1, max = 24 * 60 - 1) int minuteOfDay,
            @ForAll Language language) {
        LocalTime time = LocalTime.ofSecondOfDay(minuteOfDay * 60L);
        var day = LocalDate.ofInstant(now, LONDON).plusDays(days);
        Assume.that(LONDON.getRules().getValidOffsets(day.atTime(time)).size() == 1);
        ZonedDateTime at = day.atTime(time).atZone(LONDON);
        assertEquals(new Understood(at), parser.read(words.ukTime(at, language), now, LONDON, language));
    }

    @Property
    void any_text_at_all_gets_an_answer(
            @ForAll String text, @ForAll("moments") Instant now, @ForAll Language language) {
        assertFalse(parser.readAlternatives(text, now, LONDON, language).isEmpty());
    }

    @Provide
    Arbitrary<List<String>> talk() {
        return Arbitraries.of(TALK).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> timeWords() {
        return Arbitraries.of(TIME_WORDS).list().ofMinSize(1).ofMaxSize(6);
    }

    /** Three years of minutes, so that clock changes and a leap day are met. */
    @Provide
    Arbitrary<Instant> moments() {
        long from = Instant.parse("2026-09-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs()
                .between(0, 3L * 365 * 24 * 60)
                .map(minute -> Instant.ofEpochSecond(from + minute * 60));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/London", "Europe/Dublin", "Asia/Kolkata", "Australia/Sydney", "America/New_York")
                .map(ZoneId::of);
    }

    /** Found by the property above: a letter of two code units is a word that we do not know, not a mark. */
    @Example
    void letter_beyond_the_first_plane_is_not_understood_and_breaks_nothing() {
        var now = java.time.Instant.parse("2026-11-18T10:15:00Z");
        var reading =
                new CallTimeParser().read("\uD801\uDC00 7pm", now, java.time.ZoneId.of("Europe/London"), Language.EN);
        assertTrue(reading instanceof CallTimeReading.Refused);
    }
}
