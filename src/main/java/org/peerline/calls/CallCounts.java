package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.calls.negotiation.CallStatus;

/** Counts calls for reports: numbers only, nobody in them. */
@ApplicationScoped
public class CallCounts {
    private static final String IN_PERIOD =
            " from call where (:from::timestamptz is null or starts_at >= :from) and (:to::timestamptz is null or"
                    + " starts_at < :to)";
    private static final String BY_STATUS = "select status, count(*) as calls" + IN_PERIOD + " group by status";
    private static final String AFTERWARDS =
            "select count(distinct assignment_id) filter (where status = 'HELD') as pairs,"
                    + " count(minutes) as timed, coalesce(sum(minutes), 0) as minutes,"
                    + " count(*) filter (where further_call) as more, count(*) filter (where not further_call) as enough,"
                    + " count(*) filter (where status = 'AGREED' and starts_at <= :now) as unreported" + IN_PERIOD;

    private final Jdbi jdbi;

    CallCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param pairs assignments with at least one call that took place
     * @param timed calls whose length was said
     * @param minutes of all of these together
     * @param unreported agreed calls whose time has come and whose outcome nobody has said
     */
    public record Counts(
            Map<CallStatus, Integer> byStatus,
            int pairs,
            int timed,
            int minutes,
            int wantMore,
            int hadEnough,
            int unreported) {}

    /** Calls that begin from one moment on and before another; with neither, all. */
    public Counts between(Optional<Instant> from, Optional<Instant> to, Instant now) {
        return jdbi.inTransaction(handle -> {
            var byStatus = new EnumMap<CallStatus, Integer>(CallStatus.class);
            for (CallStatus status : CallStatus.values()) {
                byStatus.put(status, 0);
            }
            handle.createQuery(BY_STATUS)
                    .bind("from", from.orElse(null))
                    .bind("to", to.orElse(null))
                    .map((row, context) -> Map.entry(CallStatus.valueOf(row.getString("status")), row.getInt("calls")))
                    .forEach(counted -> byStatus.put(counted.getKey(), counted.getValue()));
            return handle.createQuery(AFTERWARDS)
                    .bind("from", from.orElse(null))
                    .bind("to", to.orElse(null))
                    .bind("now", now)
                    .map((row, context) -> new Counts(
                            byStatus,
                            row.getInt("pairs"),
                            row.getInt("timed"),
                            row.getInt("minutes"),
                            row.getInt("more"),
                            row.getInt("enough"),
                            row.getInt("unreported")))
                    .one();
        });
    }
}
