package org.peerline.console.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cell_with_quotes_commas_or_lines_is_one_cell() {
        assertEquals(
                "peer,open\r\n\"Dr \"\"A\"\", N\",1\r\n\"two\nlines\",2\r\n",
                Csv.of(List.of("peer", "open"), List.of(List.of("Dr \"A\", N", "1"), List.of("two\nlines", "2"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠A"})
    void cell_that_begins_like_a_formula_is_text(String cell) {
        assertEquals("head\r\n'" + cell + "\r\n", Csv.of(List.of("head"), List.of(List.of(cell))));
    }

    @Test
    void formula_behind_a_line_end_is_text_too() {
        assertEquals("head\r\n\"'\r=1\"\r\n", Csv.of(List.of("head"), List.of(List.of("\r=1"))));
        assertEquals("head\r\n\"'\n=1\"\r\n", Csv.of(List.of("head"), List.of(List.of("\n=1"))));
    }
}
