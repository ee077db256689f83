package org.peerline.privacy.keeping;

/**
 * A column that is sealed with the wrapping key itself, because it belongs to nobody yet: it has to be sealed anew when
 * that key is exchanged.
 *
 * @param row the column with the id that the value is bound to
 * @param purpose what it is bound to beside
 * @param condition which rows are sealed so, given as {@code t}
 */
public record ServiceColumn(String table, String column, String row, String purpose, String condition) {
    public static ServiceColumn of(String table, String column, String purpose) {
        return new ServiceColumn(table, column, "id", purpose, "true");
    }
}
