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
