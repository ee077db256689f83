package org.peerline.peers.rest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;

class SpreadsheetTest {
    private static Spreadsheet read(String text) {
        return Spreadsheet.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Violation fault(byte[] file) {
        var faults = assertThrows(BadInput.class, () -> Spreadsheet.read(file)).violations();
        assertEquals(1, faults.size());
        return faults.get(0);
    }

    private static Violation fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,gmc\nSiân,1234567\n",
                "name;gmc\r\nSiân;1234567",
                "name\tgmc\r\nSiân\t1234567\r\n",
                "\uFEFFname,gmc\r\nSiân,1234567\r\n",
                "\uFEFF\"name\";\"gmc\"\r\n\"Siân\";\"1234567\"\r\n",
                "sep=;\r\nname;gmc\r\nSiân;1234567\r\n",
                "name,gmc\rSiân,1234567\r",
            })
    void is_read_however_it_was_saved(String text) {
        Spreadsheet sheet = read(text);
        assertEquals(List.of("name", "gmc"), sheet.headings().cells());
        assertEquals(1, sheet.rows().size());
        assertEquals(List.of("Siân", "1234567"), sheet.rows().get(0).cells());
    }

    @Test
    void quoted_cells_may_have_separators_quotes_and_lines_in_them() {
        Spreadsheet sheet = read("name,employers\n\"Nwosu, Amara\",\"The \"\"Old\"\" Surgery\nCanal Street\"\nBen,\n");
        assertEquals(
                List.of("Nwosu, Amara", "The \"Old\" Surgery\nCanal Street"),
                sheet.rows().get(0).cells());
        assertEquals("Ben", sheet.rows().get(1).cell(0));
    }

    @Test
    void rows_are_counted_as_the_spreadsheet_shows_them_and_empty_ones_are_left_out() {
        Spreadsheet sheet = read("name,gmc\n\n,\nBen,1\n , \n\"two\nlines\",2\nEve,3\n");
        assertEquals(
                List.of(4, 6, 7),
                sheet.rows().stream().map(Spreadsheet.Row::number).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,gmc\nAmara,1\n\"Ben,2\nEve,3\n", // never closed
                "name,gmc\nAmara,1\n\"Ben\"x,2\n", // something behind the closing quote
                "name,gmc\nAmara,1\n\"Ben,2\n\"Eve\",3\n", // closed a row too late
                "name,gmc\nAmara,1\n\"Ben \"the\" Taylor\",2\n", // quotes not written twice
            })
    void broken_quotes_are_named_by_their_row(String text) {
        Spreadsheet sheet = read(text);
        Violation fault = sheet.broken().orElseThrow();
        assertEquals("row[3]", fault.field());
        assertTrue(fault.message().contains("quotes"), fault.message());
        assertEquals(List.of("Amara", "1"), sheet.rows().get(0).cells());
        assertEquals(1, sheet.rows().size());
    }

    @Test
    void a_quote_in_the_middle_of_a_cell_is_text_and_breaks_no_other_row() {
        Spreadsheet sheet = read("name,gmc\nAmara \"N,1\n\"Ben \"\"T\"\"\",2\nEve,3\n");
        assertEquals(Optional.empty(), sheet.broken());
        assertEquals(
                List.of("Amara \"N", "Ben \"T\"", "Eve"),
                sheet.rows().stream().map(row -> row.cell(0)).toList());
    }

    @Test
    void another_encoding_is_refused_with_the_way_out() {
        assertTrue(fault("name,gmc\nSi\u00e2n,1\n".getBytes(StandardCharsets.ISO_8859_1))
                .message()
                .contains("CSV UTF-8"));
        assertTrue(fault("name,gmc\nAmara,1\n".getBytes(StandardCharsets.UTF_16))
                .message()
                .contains("CSV UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "sep=;"})
    void empty_file_is_refused(String text) {
        assertEquals("The file is empty.", fault(text).message());
    }

    @Test
    void as_many_rows_as_are_promised_are_read_beside_the_headings() {
        assertEquals(20_000, read("name\n" + "Ben\n".repeat(20_000)).rows().size());
    }

    @Test
    void too_many_rows_columns_or_letters_are_refused() {
        assertTrue(fault("name\n" + "Ben\n".repeat(20_001)).message().contains("more than 20,000 rows"));
        for (String row : List.of("x,".repeat(100), "x".repeat(9_000) + ",1\n")) {
            assertEquals(
                    "row[2]", read("name,gmc\n" + row).broken().orElseThrow().field());
        }
    }
}
