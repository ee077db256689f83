package org.peerline.peers.rest.sheet;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerline.api.input.MembershipMention;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.peers.ImportPeers.Entry;
import org.peerline.peers.rest.sheet.Spreadsheet.Row;

/** Reads a roster from a file: whatever can be read of it, and every fault in it. */
@Singleton
class RosterSheet {
    private final RowReading rowReading;

    RosterSheet(RowReading rowReading) {
        this.rowReading = rowReading;
    }

    /** @param entries the rows without a fault of their own */
    record Read(List<Entry> entries, List<Violation> faults) {}

    Read read(byte[] file) {
        Spreadsheet sheet = Spreadsheet.read(file);
        var faults = new ArrayList<Violation>();
        Map<SheetColumn, Integer> columns = columns(sheet, faults);
        if (sheet.rows().isEmpty() && faults.isEmpty() && sheet.broken().isEmpty()) {
            throw BadInput.of("", "The file has headings and nobody under them.");
        }
        // Of a column that is missing it is said once, and not in every row.
        Set<String> missing = Arrays.stream(SheetColumn.values())
                .filter(column -> column.required() && !columns.containsKey(column))
                .map(SheetColumn::property)
                .collect(Collectors.toSet());
        var entries = new ArrayList<Entry>();
        sheet.rows().forEach(row -> {
            withinTheColumns(row, sheet.headings(), faults);
            rowReading.read(row, columns, missing, faults).ifPresent(entries::add);
        });
        sheet.broken().ifPresent(faults::add);
        return new Read(entries, faults);
    }

    private static Map<SheetColumn, Integer> columns(Spreadsheet sheet, List<Violation> faults) {
        var columns = new EnumMap<SheetColumn, Integer>(SheetColumn.class);
        Row headings = sheet.headings();
        for (int at = 0; at < headings.cells().size(); at++) {
            String heading = FormulaCell.plain(headings.cell(at));
            var column = SheetColumn.headed(heading);
            if (heading.isEmpty()) {
                continue;
            }
            if (column.isEmpty()) {
                faults.add(fault(
                        headings,
                        printable(heading),
                        MembershipMention.isName(heading) ? MembershipMention.SENTENCE : "This column is not known."));
            } else if (columns.put(column.get(), at) != null) {
                faults.add(fault(headings, column.get().property(), "This column is there twice."));
            }
        }
        for (SheetColumn column : SheetColumn.values()) {
            if (column.required() && !columns.containsKey(column)) {
                faults.add(fault(headings, column.property(), "This column is missing."));
            }
        }
        return columns;
    }

    /** What stands beside the columns would be lost. */
    private static void withinTheColumns(Row row, Row headings, List<Violation> faults) {
        for (int at = 0; at < row.cells().size(); at++) {
            if (!row.cell(at).isBlank() && headings.cell(at).isBlank()) {
                faults.add(fault(row, "column " + (at + 1), "This cell has no heading above it."));
            }
        }
    }

    private static Violation fault(Row row, String column, String sentence) {
        return new Violation(RowReading.at(row.number(), column), sentence);
    }

    /** A heading that we do not know is somebody else's text: kept short and plain. */
    private static String printable(String heading) {
        String plain = heading.replaceAll("[^A-Za-z0-9 _.-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
