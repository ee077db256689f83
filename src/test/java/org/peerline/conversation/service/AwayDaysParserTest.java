package org.peerline.conversation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwayDaysParserTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            21 Dec to 3 Jan          | 2026-12-21 2027-01-03
            from 21 Dec until 3 Jan  | 2026-12-21 2027-01-03
            21/12 - 3/1              | 2026-12-21 2027-01-03
            21/12/2026 to 03/01/2027 | 2026-12-21 2027-01-03
            2026-12-21 to 2027-01-03 | 2026-12-21 2027-01-03
            21 Dec-3 Jan             | 2026-12-21 2027-01-03
            21-28 Dec                | 2026-12-21 2026-12-28
            21 to 28 December        | 2026-12-21 2026-12-28
            21st - 28th of December  | 2026-12-21 2026-12-28
            24 Dec                   | 2026-12-24 2026-12-24
            24/12                    | 2026-12-24 2026-12-24
            23 Nov                   | 2026-11-23 2026-11-23
            22 Nov                   | 2026-11-22 2026-11-22
            1 Nov                    | 2027-11-01 2027-11-01
            20 Nov to 27 Nov         | 2026-11-20 2026-11-27
            28 Dec to 21 Dec         | unclear
            Monday to Friday         | 2026-11-23 2026-11-27
            Thu-Sun                  | 2026-11-26 2026-11-29
            Friday                   | 2026-11-27 2026-11-27
            today                    | 2026-11-23 2026-11-23
            today to Friday          | 2026-11-23 2026-11-27
            tomorrow                 | 2026-11-24 2026-11-24
            tomorrow until Thursday  | 2026-11-24 2026-11-26
            until Friday             | 2026-11-23 2026-11-27
            until 3 Dec              | 2026-11-23 2026-12-03
            next week                | 2026-11-30 2026-12-06
            2W                       | 2026-11-23 2026-12-06
            for 10 days              | 2026-11-23 2026-12-02
            1 month                  | 2026-11-23 2026-12-22
            llun i wener             | unclear
            dydd Iau                 | 2026-11-26 2026-11-26
            3 Mawrth                 | 2027-03-03 2027-03-03
            28 Dec to 21 Dec 2026    | unclear
            20/11/2026               | 2026-11-20 2026-11-20
            31 Feb                   | unclear
            21 Dec to                | unclear
            Christmas                | unclear
            21 Dec to Christmas      | unclear
            28-21 Dec                | unclear
            """)
    void days_away_are_read_as_peers_write_them(String written, String days) {
        assertEquals(
                days,
                AwayDaysParser.parse(written, TODAY)
                        .map(period -> period.startsOn() + " " + period.endsOn())
                        .orElse("unclear"));
    }
}
