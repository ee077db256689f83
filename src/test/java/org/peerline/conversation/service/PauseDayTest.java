package org.peerline.conversation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseDayTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 Dec                 | 2026-12-03
            3rd December          | 2026-12-03
            Dec 3                 | 2026-12-03
            3/12                  | 2026-12-03
            3/12/2026             | 2026-12-03
            03/12/26              | 2026-12-03
            2026-12-03            | 2026-12-03
            Thu 3 Dec             | 2026-12-03
            Thursday 3rd of December | 2026-12-03
            Fri 3 Dec             | unclear
            2 Jan                 | 2027-01-02
            1 March 2027          | 2027-03-01
            29 Feb                | 2028-02-29
            Monday                | 2026-11-30
            next Friday           | 2026-11-27
            tomorrow              | 2026-11-24
            next week             | 2026-11-30
            20/11/2026            | 2026-11-20
            20 Nov                | 2026-11-20
            Fri 20 Nov            | 2026-11-20
            23 Nov                | 2026-11-23
            1 Nov                 | 2027-11-01
            31 Feb                | unclear
            Christmas             | unclear
            soon                  | unclear
            """)
    void the_end_of_a_pause_is_read_as_peers_write_it(String written, String day) {
        assertEquals(day, PauseDay.read(written, TODAY).map(LocalDate::toString).orElse("unclear"));
    }
}
