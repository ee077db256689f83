package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.matching.Candidate;
import org.peerline.peers.AvailabilityColumn;

/** The peers as matching sees them, read with one query; and a place with one of them, taken under their row's lock. */
@ApplicationScoped
public class Roster {
    private static final Duration CAP_WINDOW = Duration.ofDays(30);
    private static final AvailabilityColumn AVAILABILITY = new AvailabilityColumn();

    private static final String CANDIDATES = """
            select p.id, p.status, p.open_assignments, p.capacity, p.monthly_cap, p.mobile_key,
                   p.employer_keys, p.name_keys, p.specialty, p.gender, p.availability, p.last_assigned_at,
                   (select count(*) from assignment a where a.peer_id = p.id and a.assigned_at > :windowStart) as in_window,
                   exists (select 1 from requester s join assignment a on a.requester_id = s.id
                           where s.identity_key = r.identity_key and a.peer_id = p.id) as earlier,
                   exists (select 1 from never_again n where n.peer_id = p.id
                           and (n.number_key = r.number_key or n.identity_key = r.identity_key)) as never_again
            from peer p join requester r on r.id = :requester
            where p.status <> 'RETIRED'
            """;

    // The window is counted again under the row's lock, by the statement after it.
    private static final String CLAIM = """
            update peer set open_assignments = open_assignments + 1, last_assigned_at = :now
            where id = :peer and status = 'ACTIVE' and open_assignments < capacity
            returning monthly_cap, (select o.last_assigned_at from peer o where o.id = :peer) as last_assigned_at
            """;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final ZoneId zone;

    Roster(Jdbi jdbi, TimeSource time, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.time = time;
        this.zone = zone;
    }

    /** Whether anybody has a place free, for whomever. */
    public boolean hasRoom() {
        return jdbi.withHandle(handle -> handle.select("select exists (select 1 from peer where status = 'ACTIVE'"
                        + " and open_assignments < capacity)")
                .mapTo(Boolean.class)
                .one());
    }

    List<Candidate> candidates(UUID requester) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(CANDIDATES)
                .bind("windowStart", now.minus(CAP_WINDOW))
                .bind("requester", requester)
                .map((row, context) -> candidate(row, now))
                .list());
    }

    /** Takes one place with the peer; false when there is none any more. */
    boolean takePlace(UUID peer) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> {
            Optional<Claim> claim = handle.createQuery(CLAIM)
                    .bind("now", now)
                    .bind("peer", peer)
                    .map((row, context) -> new Claim(row.getInt("monthly_cap"), instant(row, "last_assigned_at")))
                    .findFirst();
            if (claim.isEmpty()) {
                return false;
            }
            int inWindow = handle.select(
                            "select count(*) from assignment where peer_id = ? and assigned_at > ?",
                            peer,
                            now.minus(CAP_WINDOW))
                    .mapTo(Integer.class)
                    .one();
            if (inWindow >= claim.get().monthlyCap()) {
                givePlaceBack(peer, claim.get().lastAssigned());
                return false;
            }
            return true;
        });
    }

    /** A place that was taken for nothing: the peer's turn is what it was before. */
    void givePlaceBack(UUID peer, Optional<Instant> lastAssigned) {
        jdbi.useHandle(handle -> handle.execute(
                "update peer set open_assignments = open_assignments - 1, last_assigned_at = ?::timestamptz where id = ?",
                lastAssigned.orElse(null),
                peer));
    }

    /** A place that is free again because its assignment has ended. */
    public void release(UUID peer) {
        jdbi.useHandle(
                handle -> handle.execute("update peer set open_assignments = open_assignments - 1 where id = ?", peer));
    }

    private Candidate candidate(ResultSet row, Instant now) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                true,
                row.getString("status").equals("ACTIVE"),
                row.getInt("open_assignments"),
                row.getInt("capacity"),
                row.getInt("in_window"),
                row.getInt("monthly_cap"),
                row.getString("mobile_key"),
                keys(row, "employer_keys"),
                keys(row, "name_keys"),
                row.getString("specialty"),
                row.getString("gender"),
                row.getBoolean("earlier"),
                AVAILABILITY
                        .convertToEntityAttribute(row.getString("availability"))
                        .covers(now, zone),
                row.getBoolean("never_again"),
                instant(row, "last_assigned_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private record Claim(int monthlyCap, Optional<Instant> lastAssigned) {}

    private static Set<String> keys(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
