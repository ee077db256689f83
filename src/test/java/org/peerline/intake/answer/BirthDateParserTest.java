package org.peerline.intake.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateParserTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17/05/1994",
                "17/5/1994",
                "17/5/94",
                "17.05.1994",
                "17.5.94",
                "17-05-1994",
                "17 05 1994",
                "17 5 94",
                "17051994",
                "170594",
                "1994-05-17",
                "1994/05/17",
                "19940517",
                "17 May 1994",
                "17 may 94",
                "17 May '94",
                "17th May 1994",
                "17th of May 1994",
                "17th of May, 1994.",
                "the 17th of May 1994",
                "May 17 1994",
                "May 17th, 1994",
                "1994 May 17",
                "17May1994",
                "17-May-94",
                "17 MAY 1994",
                "17 Mai 1994",
                "17 o Fai 1994",
                "dob 17/05/1994",
                "DOB: 17/05/94",
                "my date of birth is 17 May 1994",
                "I was born on 17 May 1994",
                "It's 17.5.1994",
                "Tuesday 17 May 1994",
                "Dyddiad geni 17/05/1994",
                "05/17/1994",
                "１７/０５/１９９４",
                "17 – 05 – 1994",
                "(17/05/1994)"
            })
    void a_date_of_birth_is_read_however_it_is_written(String written) {
        assertEquals("1994-05-17", read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5/12/1994                  | 1994-12-05
            29 Feb 1996                | 1996-02-29
            1/1/08                     | 2008-01-01
            30/11/1940                 | 1940-11-30
            1 Medi 1970                | 1970-09-01
            12 Chwefror 1988           | 1988-02-12
            22/11/2010                 | 2010-11-22
            23/11/2010                 | 2010-11-23
            24/11/2010                 | TOO_YOUNG
            17/05/2016                 | TOO_YOUNG
            17 May 2026                | TOO_YOUNG
            17/05/16                   | YEAR_UNCLEAR
            17/05/25                   | YEAR_UNCLEAR
            17 May                     | YEAR_UNCLEAR
            17/05                      | YEAR_UNCLEAR
            24/11/2026                 | DATE_IMPOSSIBLE
            17 May 2094                | DATE_IMPOSSIBLE
            17 May 1894                | DATE_IMPOSSIBLE
            29 Feb 1995                | NOT_UNDERSTOOD
            31/02/1994                 | NOT_UNDERSTOOD
            32/05/1994                 | NOT_UNDERSTOOD
            17 Mayuary 1994            | NOT_UNDERSTOOD
            May 1994                   | NOT_UNDERSTOOD
            1994                       | NOT_UNDERSTOOD
            32                         | NOT_UNDERSTOOD
            I am 32                    | NOT_UNDERSTOOD
            Sam Okafor                 | NOT_UNDERSTOOD
            none                       | NOT_UNDERSTOOD
            17/05/1994 or 18/05/1994   | NOT_UNDERSTOOD
            17^05^1994                 | NOT_UNDERSTOOD
            """)
    void what_is_doubtful_is_asked_about_and_never_guessed(String written, String expected) {
        assertEquals(expected, read(written));
    }

    private static String read(String written) {
        Reading<LocalDate> reading = BirthDateParser.read(written, TODAY);
        return reading instanceof Reading.Understood<LocalDate> born
                ? born.value().toString()
                : ((Reading.Unclear<LocalDate>) reading).why().name();
    }
}
