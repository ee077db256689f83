package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.matching.Candidate;
import org.peerline.matching.Caseload;

/** Places with peers: taken and given back under the lock of the peer's row, in the caller's transaction. */
@ApplicationScoped
public class Places {
    // Whoever is being given something else at this moment is passed over: no two transactions wait for each other.
    private static final String HOLD =
            "select " + CandidateRows.COLUMNS + ", p.recent from peer p where p.id = any(:peers)"
                    + " and p.status = 'ACTIVE' and p.open_assignments < p.capacity"
                    + " order by array_position(:peers, p.id) limit 1 for no key update of p";

    private static final String TAKE =
            "update peer set open_assignments = open_assignments + 1, last_assigned_at = :now,"
                    + " recent = cast(:recent as timestamptz[]), room_again_at = cast(:roomAgain as timestamptz) where id = :peer";

    // In statements of their own: each sees what was committed before the lock was ours.
    private static final String GIVE_BACK = "update peer set open_assignments = open_assignments - 1 where id = ?";
    private static final String COUNT_NOT = "update assignment set counts = false where id = ?";
    private static final String RESTORE_TURN = """
            update peer p set room_again_at = null,
                last_assigned_at = (select max(a.assigned_at) from assignment a where a.peer_id = p.id and a.counts),
                recent = array(select a.assigned_at from assignment a
                               where a.peer_id = p.id and a.counts and a.assigned_at > :windowStart order by a.assigned_at)
            where p.id = :peer
            """;

    private static final String ROOM_AGAIN =
            "update peer set room_again_at = capped_by + interval '720 hours' where id = ? and capped_by is not null";

    private final Jdbi jdbi;
    private final TimeSource time;

    Places(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** A peer whose row is locked, as they are now. */
    public record Held(Candidate candidate, int monthlyCap, Caseload caseload) {}

    /** Locks the first of these peers whom nobody else holds at this moment. */
    public Optional<Held> hold(List<UUID> peers, Search search) {
        return hold(HOLD + " skip locked", peers, search);
    }

    /** Locks this peer, after whoever holds them now; only for a transaction that holds no peer yet. */
    public Optional<Held> await(UUID peer, Search search) {
        return hold(HOLD, List.of(peer), search);
    }

    private Optional<Held> hold(String sql, List<UUID> peers, Search search) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("peers", peers.toArray(UUID[]::new))
                .bind("now", now)
                .bind("windowStart", now.minus(Caseload.WINDOW))
                .map((row, context) ->
                        new Held(CandidateRows.read(row, search, now), row.getInt("monthly_cap"), caseload(row)))
                .findFirst());
    }

    private static Caseload caseload(ResultSet row) throws SQLException {
        return new Caseload(Arrays.stream((Timestamp[]) row.getArray("recent").getArray())
                .map(Timestamp::toInstant)
                .toList());
    }

    /** Takes one place, from this moment on, with a peer who is held and has one. */
    public void take(Held held, Instant now) {
        Caseload after = held.caseload().with(now);
        jdbi.useHandle(handle -> handle.createUpdate(TAKE)
                .bind("now", now)
                .bind(
                        "recent",
                        after.recent().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}")))
                .bind("roomAgain", after.roomAgain(held.monthlyCap(), now).orElse(null))
                .bind("peer", held.candidate().peerId())
                .execute());
    }

    /**
     * A place is free again because its assignment has ended.
     *
     * @param counts whether it used up the peer's turn: one that was handed back, or that the requester never began, did
     *     not
     */
    public void release(UUID assignment, UUID peer, boolean counts) {
        jdbi.useHandle(handle -> {
            handle.execute(GIVE_BACK, peer);
            if (!counts) {
                handle.execute(COUNT_NOT, assignment);
                handle.createUpdate(RESTORE_TURN)
                        .bind("peer", peer)
                        .bind("windowStart", time.now().minus(Caseload.WINDOW))
                        .execute();
                handle.execute(ROOM_AGAIN, peer);
            }
        });
    }
}
