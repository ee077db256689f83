package org.peerline.api.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended: the key of its last row. Opaque to callers, so that the order of a list can be changed.
 *
 * @param at the leading sort key where a list is ordered by an instant; null where it is ordered by id alone
 */
public record Cursor(Instant at, UUID id) {
    private static final int ID_ONLY = 16;
    private static final int INSTANT_AND_ID = 24;

    public static Cursor of(UUID id) {
        return new Cursor(null, id);
    }

    public static Cursor of(Instant at, UUID id) {
        return new Cursor(at, id);
    }

    public String encoded() {
        var bytes = ByteBuffer.allocate(at == null ? ID_ONLY : INSTANT_AND_ID);
        if (at != null) {
            bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        }
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty when this is not a cursor that we gave. */
    public static Optional<Cursor> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case ID_ONLY -> Optional.of(of(new UUID(buffer.getLong(), buffer.getLong())));
            case INSTANT_AND_ID -> {
                Instant at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                yield Optional.of(of(at, new UUID(buffer.getLong(), buffer.getLong())));
            }
            default -> Optional.empty();
        };
    }
}
