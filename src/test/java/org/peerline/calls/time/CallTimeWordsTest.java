package org.peerline.calls.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.wording.Language;

class CallTimeWordsTest {
    private final CallTimeWords words = new CallTimeWords();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-26T19:00Z      | Thu 26 Nov, 7:00pm UK time                   | Iau 26 Tach, 7:00yh amser y DU
            2026-11-27T09:05Z      | Fri 27 Nov, 9:05am UK time                   | Gwener 27 Tach, 9:05yb amser y DU
            2026-11-28T12:00Z      | Sat 28 Nov, 12 noon UK time                  | Sadwrn 28 Tach, 12 canol dydd amser y DU
            2026-11-29T12:10Z      | Sun 29 Nov, 12:10pm UK time                  | Sul 29 Tach, 12:10yh amser y DU
            2026-11-30T00:00Z      | Mon 30 Nov, 00:00 (start of day) UK time     | Llun 30 Tach, 00:00 (dechrau'r dydd) amser y DU
            2026-12-01T00:30Z      | Tue 1 Dec, 12:30am UK time                   | Mawrth 1 Rhag, 12:30yb amser y DU
            2027-03-31T18:59+01:00 | Wed 31 Mar, 6:59pm UK time                   | Mercher 31 Mawrth, 6:59yh amser y DU
            2026-10-25T01:30+01:00 | Sun 25 Oct, 1:30am (summer time) UK time     | Sul 25 Hyd, 1:30yb (amser haf) amser y DU
            2026-10-25T01:30Z      | Sun 25 Oct, 1:30am (winter time) UK time     | Sul 25 Hyd, 1:30yb (amser gaeaf) amser y DU
            2026-11-26T20:00+01:00 | Thu 26 Nov, 7:00pm UK time                   | Iau 26 Tach, 7:00yh amser y DU
            """)
    void time_of_a_call_is_written_in_uk_time(String at, String english, String welsh) {
        assertEquals(english, words.ukTime(ZonedDateTime.parse(at), Language.EN));
        assertEquals(welsh, words.ukTime(ZonedDateTime.parse(at), Language.CY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/London    | Thu 26 Nov, 7:00pm UK time
            Europe/Jersey    | Thu 26 Nov, 7:00pm UK time
            Europe/Paris     | Thu 26 Nov, 7:00pm UK time (8:00pm your time)
            America/New_York | Thu 26 Nov, 7:00pm UK time (2:00pm your time)
            Australia/Sydney | Thu 26 Nov, 7:00pm UK time (Fri 27 Nov, 6:00am your time)
            """)
    void reader_abroad_sees_their_own_clock_beside_it(String zone, String expected) {
        assertEquals(
                expected, words.ukAndYourTime(ZonedDateTime.parse("2026-11-26T19:00Z"), ZoneId.of(zone), Language.EN));
    }

    @Test
    void reader_abroad_sees_it_in_welsh() {
        assertEquals(
                "Iau 26 Tach, 7:00yh amser y DU (8:00yh eich amser chi)",
                words.ukAndYourTime(ZonedDateTime.parse("2026-11-26T19:00Z"), ZoneId.of("Europe/Paris"), Language.CY));
    }

    @Test
    void every_day_of_the_year_is_written_without_an_accent() {
        ZonedDateTime newYear = LocalDate.of(2027, 1, 1).atStartOfDay(ZoneId.of("Europe/London"));
        for (int day = 0; day < 365; day++) {
            for (Language language : Language.values()) {
                String written = words.ukTime(newYear.plusDays(day), language);
                assertTrue(written.chars().allMatch(c -> c < 128), written);
            }
        }
    }
}
