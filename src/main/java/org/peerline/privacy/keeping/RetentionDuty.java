package org.peerline.privacy.keeping;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One kind of row that is removed or reduced by itself. What has been done no longer counts as due, so a sweep that was
 * cut off goes on where it stopped; rows are claimed with {@code SKIP LOCKED}, so any number of copies may sweep at once.
 */
public interface RetentionDuty {
    /** What holds a row of this person back, for use in a condition: {@code HELD.formatted("r.requester_id")}. */
    String HELD = "exists (select 1 from legal_hold h where h.person_id = %s)";

    /** What holds a row of this request back because of a peer it was ever with: {@code PEER_HELD.formatted("r.id")}. */
    String PEER_HELD = "exists (select 1 from assignment pa join legal_hold ph on ph.person_id = pa.peer_id"
            + " where pa.request_id = %s)";

    RetentionClass of();

    /** For the receipt, in snake case. */
    String name();

    /** Does up to {@code most} of them in the caller's transaction; returns how many. */
    int sweep(Handle handle, Instant before, int most);

    /**
     * Deletes rows.
     *
     * @param condition which rows of {@code table}, given as {@code t}, are due; may use {@code :before}
     */
    static RetentionDuty removes(RetentionClass of, String name, String table, String condition) {
        return new RowsDuty(of, name, table, "delete from " + table, condition);
    }

    /** Empties columns: {@code change} is what follows {@code set}. */
    static RetentionDuty clears(RetentionClass of, String name, String table, String change, String condition) {
        return new RowsDuty(of, name, table, "update " + table + " set " + change, condition);
    }
}
