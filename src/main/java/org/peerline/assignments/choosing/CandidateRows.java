package org.peerline.assignments.choosing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.matching.Candidate;
import org.peerline.matching.Candidate.Standing;
import org.peerline.peers.availability.AvailabilityColumn;

/** Reads peers as matching sees them. */
final class CandidateRows {
    static final String COLUMNS = "p.id, p.status, p.open_assignments, p.capacity, p.monthly_cap, p.mobile_key,"
            + " p.employer_keys, p.name_keys, p.avoid_name_keys, p.avoid_employer_keys, p.specialty, p.gender,"
            + " p.availability, p.time_zone, p.last_assigned_at,"
            + " (select count(*) from unnest(p.recent) as given (at) where given.at > :windowStart) as given_recently,"
            + " exists (select 1 from peer_away w where w.peer_id = p.id"
            + " and (cast(:now as timestamptz) at time zone p.time_zone)::date between w.starts_on and w.ends_on) as away,"
            + " exists (select 1 from opt_out o where o.number_key = p.mobile_key) as opted_out";

    private static final AvailabilityColumn AVAILABILITY = new AvailabilityColumn();

    private CandidateRows() {}

    static Candidate read(ResultSet row, Search search, Instant now) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Candidate(
                id,
                standing(row),
                row.getInt("open_assignments"),
                row.getInt("capacity"),
                row.getInt("given_recently"),
                row.getInt("monthly_cap"),
                row.getString("mobile_key"),
                keys(row, "employer_keys"),
                keys(row, "name_keys"),
                keys(row, "avoid_name_keys"),
                keys(row, "avoid_employer_keys"),
                row.getString("specialty"),
                row.getString("gender"),
                search.earlier().contains(id),
                AVAILABILITY
                        .convertToEntityAttribute(row.getString("availability"))
                        .covers(now, ZoneId.of(row.getString("time_zone"))),
                search.never().contains(id),
                Optional.ofNullable(row.getTimestamp("last_assigned_at")).map(Timestamp::toInstant));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return switch (row.getString("status")) {
            case "RETIRED" -> Standing.RETIRED;
            case "PAUSED" -> Standing.PAUSED;
            default -> {
                Standing reachable = row.getBoolean("opted_out") ? Standing.UNREACHABLE : Standing.TAKING_PART;
                yield row.getBoolean("away") ? Standing.AWAY : reachable;
            }
        };
    }

    private static Set<String> keys(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
