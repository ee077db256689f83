package org.peerline.api.paging;

import java.util.ArrayList;
import java.util.Optional;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;

/** Which page is asked for. */
public record PageRequest(int limit, Optional<Cursor> after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** How many rows to read: one more than asked, to see whether there is a next page. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** From the query parameters {@code limit} and {@code cursor}, either of which may be null. */
    public static PageRequest of(String limit, String cursor) {
        var faults = new ArrayList<Violation>();
        int size = DEFAULT_LIMIT;
        if (limit != null) {
            size = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
            if (size < 1 || size > MAX_LIMIT) {
                faults.add(new Violation("limit", "Must be a whole number from 1 to " + MAX_LIMIT + "."));
            }
        }
        Optional<Cursor> after = Optional.empty();
        if (cursor != null) {
            after = Cursor.decode(cursor);
            if (after.isEmpty()) {
                faults.add(new Violation("cursor", "Must be the nextCursor of an earlier answer."));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return new PageRequest(size, after);
    }
}
