package org.peerline.peers.rest.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;

/**
 * A spreadsheet as people save it: UTF-8 with or without its mark, commas, semicolons or tabs, quotes where they are
 * needed. Rows are counted as the spreadsheet shows them: the headings are row 1.
 *
 * @param broken from where on nothing could be read; what stands before it is among the rows
 */
record Spreadsheet(Row headings, List<Row> rows, Optional<Violation> broken) {
    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CELL = 8_000;
    private static final String MARK = "\uFEFF";

    /** @param number as the spreadsheet shows it */
    record Row(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static Spreadsheet read(byte[] file) {
        String text = utf8(file);
        int skipped = 0;
        char separator;
        if (text.startsWith("sep=") && text.length() > 4) {
            // The way in which one well-known spreadsheet is told how to read a file.
            separator = text.charAt(4);
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        } else {
            separator = separator(text);
        }
        var rows = new ArrayList<Row>();
        Optional<Violation> broken = read(text, separator, skipped, rows);
        if (rows.isEmpty()) {
            throw new BadInput(List.of(broken.orElse(new Violation("", "The file is empty."))));
        }
        return new Spreadsheet(
                rows.get(0), rows.stream().skip(1).filter(row -> !row.isEmpty()).toList(), broken);
    }

    private static Optional<Violation> read(String text, char separator, int skipped, List<Row> rows) {
        var cells = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_CELL)
                .build();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .build(cells, text)) {
            for (CsvRecord row : reader) {
                rows.add(new Row(rows.size() + 1 + skipped, List.copyOf(row.getFields())));
                if (rows.size() > MOST_ROWS + 1) {
                    throw BadInput.of(
                            "", "The file has more than %,d rows; please send it in parts.".formatted(MOST_ROWS));
                }
            }
        } catch (CsvParseException broken) {
            return Optional.of(broken(rows.size() + 1 + skipped));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (endsInsideQuotes(text, separator)) {
            // A quote that is never closed swallows the rest of the file.
            Row last = rows.remove(rows.size() - 1);
            return Optional.of(broken(last.number()));
        }
        return Optional.empty();
    }

    /** A quote opens a cell only where the cell begins; anywhere else it is text. */
    private static boolean endsInsideQuotes(String text, char separator) {
        boolean quoted = false;
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (quoted) {
                // One that is written twice closes the cell and opens it again.
                quoted = character != '"';
                begins = !quoted;
            } else {
                quoted = begins && character == '"';
                begins = character == separator || character == '\n' || character == '\r';
            }
        }
        return quoted;
    }

    private static Violation broken(int row) {
        return new Violation(
                "row[" + row + "]",
                "From this row on the quotes do not match, a cell is far too long or there are too many columns. A quote"
                        + " inside a quoted cell is written twice.");
    }

    /** What the headings have most of: names of columns contain none of these. */
    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(headings, candidate) > count(headings, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static String utf8(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw BadInput.of("", "The file is not UTF-8. In the spreadsheet, save it as \"CSV UTF-8\".");
        }
    }
}
