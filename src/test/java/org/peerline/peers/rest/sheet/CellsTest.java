package org.peerline.peers.rest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the cells of a roster sheet, as people write it. */
class CellsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon 18:00-21:30 | Mon 18:00-21:30",
                "monday 18:00 to 21:30 | Mon 18:00-21:30",
                "Mon-Wed 9.00-17.00 | Mon 09:00-17:00; Tue 09:00-17:00; Wed 09:00-17:00",
                "Mon - Tue 0900-1700 | Mon 09:00-17:00; Tue 09:00-17:00",
                "Sat to Mon 22:00-02:00 | Sat 22:00-02:00; Sun 22:00-02:00; Mon 22:00-02:00",
                "weekdays 6pm-9:30pm | Mon 18:00-21:30; Tue 18:00-21:30; Wed 18:00-21:30; Thu 18:00-21:30; Fri 18:00-21:30",
                "Weekends 10am until 4pm | Sat 10:00-16:00; Sun 10:00-16:00",
                "tues 12am-12pm, thurs: 18:00\u201321:00 | Tue 00:00-12:00; Thu 18:00-21:00",
                "Sundays 10:00-12:00 | Sun 10:00-12:00",
                "any time | ''",
                "'' | ''",
                "' ; ' | ''",
            })
    void hours_are_read_and_written(String cell, String written) {
        var hours = HoursParser.parse(cell);
        assertTrue(hours.fault().isEmpty(), () -> hours.fault().orElse(""));
        assertEquals(written, HoursParser.written(hours.spans()));
        assertEquals(hours, HoursParser.parse(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Funday 18:00-21:00 | day that is not known",
                "Mo 18:00-21:00 | day that is not known",
                "Mon-Funday 18:00-21:00 | day that is not known",
                "Mon 9-5 | time that cannot be read",
                "Mon 25:00-26:00 | time that cannot be read",
                "Mon 09:00-24:00 | time that cannot be read",
                "Mon 13pm-3pm | time that cannot be read",
                "evenings | written like",
                "Mon | written like",
                "18:00-21:00 | written like",
                "Mon 18:00-21:00 and Tue | written like",
            })
    void hours_that_cannot_be_read_are_explained(String cell, String why) {
        String fault = HoursParser.parse(cell).fault().orElseThrow();
        assertTrue(fault.contains(why), fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-21 to 2027-01-03 | 2026-12-21 to 2027-01-03",
                "21/12/2026 - 3/1/2027 | 2026-12-21 to 2027-01-03",
                "5/12/2026 | 2026-12-05 to 2026-12-05",
                "2026-12-24; 2027-02-01 to 2027-02-07 | 2026-12-24 to 2026-12-24; 2027-02-01 to 2027-02-07",
                "'' | ''",
            })
    void days_away_are_read_and_written(String cell, String written) {
        var days = DaysAwayParser.parse(cell);
        assertTrue(days.fault().isEmpty());
        assertEquals(written, DaysAwayParser.written(days.periods()));
        assertEquals(days, DaysAwayParser.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "Christmas", "12/24/2026", "24/12/26", "2026-12-21 to", "to 2026-12-21"})
    void days_away_that_cannot_be_read_are_explained(String cell) {
        assertTrue(DaysAwayParser.parse(cell).fault().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+447400123456",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\uFF1D1+1",
                "=cmd|'/C calc'!A0"
            })
    void what_looks_like_a_formula_goes_out_as_text(String text) {
        String out = FormulaCell.neutral(text);
        assertEquals("'" + text, out);
        assertEquals(text.strip(), FormulaCell.plain(out));
    }

    @ParameterizedTest
    @CsvSource({"Dr Amara N", "07400 123456", "O'Brien", "'quoted'", "1-2", "a=b"})
    void what_does_not_stays_as_it_is(String text) {
        assertEquals(text, FormulaCell.neutral(text));
        assertEquals(text, FormulaCell.plain(text));
    }

    @Test
    void number_kept_as_text_by_a_formula_is_the_number() {
        assertEquals("07400123456", FormulaCell.plain("=\"07400123456\""));
        assertEquals("a\"b", FormulaCell.plain("=\"a\"\"b\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Display name, DISPLAY_NAME",
        "displayName, DISPLAY_NAME",
        "MOBILE NO., MOBILE_NUMBER",
        "GMC no, GMC_NUMBER",
        "Weekly hours, AVAILABILITY",
        "Employers (current and past), EMPLOYERS",
        "Speciality, SPECIALTY"
    })
    void heading_is_known_by_what_people_call_it(String heading, SheetColumn column) {
        assertEquals(column, SheetColumn.headed(heading).orElseThrow());
    }
}
