package org.peerline.privacy.keeping;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** A duty that one statement does, however many rows. */
record RowsDuty(RetentionClass of, String name, String table, String statement, String condition)
        implements RetentionDuty {

    @Override
    public int sweep(Handle handle, Instant before, int most) {
        return handle.createUpdate(statement + " where ctid in (select t.ctid from " + table + " t where " + dated()
                        + " limit :most for update of t skip locked)")
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    /** A condition without a moment of its own is still asked with one. */
    private String dated() {
        return "(" + condition + ") and :before::timestamptz is not null";
    }
}
