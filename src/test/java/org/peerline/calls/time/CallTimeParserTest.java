package org.peerline.calls.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.peerline.calls.time.TimeTable.LONDON;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.calls.time.CallTimeReading.Reason;
import org.peerline.calls.time.CallTimeReading.Refused;
import org.peerline.calls.time.CallTimeReading.Understood;
import org.peerline.wording.Language;

class CallTimeParserTest {
    private static final Instant WEDNESDAY_MORNING = TimeTable.inLondon("Wed 18 Nov 2026 10:15");

    private final CallTimeParser parser = new CallTimeParser();

    static Stream<Arguments> english() {
        return TimeTable.rows("english-times.txt");
    }

    static Stream<Arguments> welsh() {
        return TimeTable.rows("welsh-times.txt");
    }

    static Stream<Arguments> edges() {
        return TimeTable.rows("calendar-edges.txt");
    }

    static Stream<Arguments> offers() {
        return TimeTable.rows("several-offers.txt");
    }

    @ParameterizedTest
    @MethodSource("english")
    void english_text_is_read_as_the_table_says(String text, String expected) {
        assertEquals(expected, TimeTable.written(parser.read(text, WEDNESDAY_MORNING, LONDON, Language.EN)));
    }

    @ParameterizedTest
    @MethodSource("welsh")
    void welsh_text_is_read_as_the_table_says(String text, String expected) {
        assertEquals(expected, TimeTable.written(parser.read(text, WEDNESDAY_MORNING, LONDON, Language.CY)));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_of_the_calendar_are_read_as_the_table_says(String now, String text, String expected) {
        assertEquals(expected, TimeTable.withZone(parser.read(text, TimeTable.inLondon(now), LONDON, Language.EN)));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void several_offers_are_read_as_the_table_says(String text, String expected) {
        var readings = parser.readAlternatives(text, WEDNESDAY_MORNING, LONDON, Language.EN);
        assertEquals(expected, readings.stream().map(TimeTable::written).collect(Collectors.joining("; ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dydd Iau 7yh", "nos Iau 8", "yfory am 10"})
    void welsh_is_not_read_for_somebody_who_chose_english(String text) {
        assertEquals(new Refused(Reason.NOT_UNDERSTOOD), parser.read(text, WEDNESDAY_MORNING, LONDON, Language.EN));
    }

    @Test
    void writer_abroad_counts_in_their_own_zone() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertEquals(
                new Understood(ZonedDateTime.parse("2026-11-19T19:00+01:00[Europe/Paris]")),
                parser.read("Thu 7pm", WEDNESDAY_MORNING, paris, Language.EN));
    }

    @Test
    void uk_time_in_the_text_goes_before_the_zone_of_the_writer() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertEquals(
                new Understood(ZonedDateTime.parse("2026-11-19T20:00+01:00[Europe/Paris]")),
                parser.read("Thu 7pm UK time", WEDNESDAY_MORNING, paris, Language.EN));
    }

    @Test
    void today_is_the_writers_today() {
        Instant lateInLondon = TimeTable.inLondon("Wed 18 Nov 2026 23:30");
        assertEquals(
                new Understood(ZonedDateTime.parse("2026-11-19T09:00+01:00[Europe/Paris]")),
                parser.read("today 9am", lateInLondon, ZoneId.of("Europe/Paris"), Language.EN));
    }

    @Test
    void seconds_of_now_do_not_make_a_call_time_uneven() {
        Instant now = WEDNESDAY_MORNING.plusSeconds(59);
        assertEquals(
                new Understood(WEDNESDAY_MORNING.plus(Duration.ofHours(2)).atZone(LONDON)),
                parser.read("in 2 hours", now, LONDON, Language.EN));
    }

    @Test
    void text_longer_than_160_characters_is_not_read() {
        String exactly160 = "Thu 7pm" + " ".repeat(153);
        assertEquals(
                "Thu 19 Nov 2026 19:00",
                TimeTable.written(parser.read(exactly160, WEDNESDAY_MORNING, LONDON, Language.EN)));
        assertEquals(
                List.of(new Refused(Reason.NOT_UNDERSTOOD)),
                parser.readAlternatives(exactly160 + " ", WEDNESDAY_MORNING, LONDON, Language.EN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at ", "7 ", "7,", "a ", "half ", "in ", "next ", "am ", "mawrth ", "fri 20 7,", "about ", "-"})
    void text_made_to_be_hard_takes_no_time(String piece) {
        String hard = piece.repeat(160 / piece.length());
        assertTimeout(
                Duration.ofSeconds(1), () -> parser.readAlternatives(hard, WEDNESDAY_MORNING, LONDON, Language.CY));
    }

    @Test
    void nothing_is_not_understood() {
        assertEquals(new Refused(Reason.NOT_UNDERSTOOD), parser.read("", WEDNESDAY_MORNING, LONDON, Language.EN));
        assertEquals(new Refused(Reason.NOT_UNDERSTOOD), parser.read(null, WEDNESDAY_MORNING, LONDON, Language.EN));
    }
}
