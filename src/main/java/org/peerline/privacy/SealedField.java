package org.peerline.privacy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A column that holds ciphertext. Its name and the row's id are bound to the ciphertext, so that a value which somebody
 * moved to another row or column no longer opens.
 */
public record SealedField(String table, String column) {
    byte[] boundTo(UUID row) {
        return (table + '.' + column + ':' + row).getBytes(StandardCharsets.UTF_8);
    }
}
