package org.peerline.console.pictures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as a file for a spreadsheet (RFC 4180). */
final class Csv {
    private Csv() {}

    static String of(List<String> head, List<List<String>> rows) {
        return Stream.concat(Stream.of(head), rows.stream())
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** What begins like a formula, in full width too, would be run as one: a leading apostrophe makes it text. */
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
