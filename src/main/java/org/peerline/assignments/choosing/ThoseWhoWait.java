package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.peerline.core.TimeSource;
import org.peerline.matching.Caseload;
import org.peerline.peers.employers.EmployerAliases;

/**
 * Who of those who wait may be given to a peer, first come first; the rules decide when each of them is looked at, and with
 * them whom they avoided in earlier requests.
 */
@ApplicationScoped
public class ThoseWhoWait {
    private static final String EMPLOYERS = "select " + EmployerAliases.allKeysOf("p.employer_keys")
            + " as employers from peer p where p.id = :peer and p.status = 'ACTIVE'";
    private static final String WITH_ROOM = EMPLOYERS + " and p.open_assignments < p.capacity and "
            + Conditions.BELOW_CAP + " and not " + Conditions.AWAY + " and " + Conditions.REACHABLE;

    static final String SUITABLE = """
            select r.id, r.created_at
            from peer p
            cross join support_request r
            join requester q on q.id = r.requester_id
            where p.id = :peer and r.status = 'WAITING' and (r.created_at, r.id) > (:after, :afterId)
              and (not :unaware or r.waiting_reason in ('NOBODY_AVAILABLE', 'ALL_EXCLUDED'))
              and q.number_key <> p.mobile_key
              and not q.name_keys && p.name_keys
              and not q.employer_keys && :employers
              and not r.avoid_employer_keys && :employers
              and not r.avoid_name_keys && p.name_keys
              and not q.known_as_keys && p.avoid_name_keys
              and not q.employer_keys && p.avoid_employer_keys
              and not ('SPECIALTY' = any(r.wish_musts) and p.specialty_key is distinct from lower(r.wish_specialty))
              and not ('GENDER' = any(r.wish_musts) and p.gender is distinct from r.wish_gender)
              and not exists (select 1 from never_again n where n.peer_id = p.id
                              and (n.number_key = q.number_key or n.identity_key = q.identity_key))
            order by r.created_at, r.id
            limit 50
            """;

    private final Jdbi jdbi;

    private final TimeSource time;

    ThoseWhoWait(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** A waiting request in the order of opening. */
    public record Waiter(UUID request, Instant opened) {
        /** Before everybody. */
        public static final Waiter NOBODY = new Waiter(new UUID(0, 0), Instant.EPOCH);
    }

    /** The next few after {@code after}; empty, too, when the peer can take nobody now. */
    public List<Waiter> suitableFor(UUID peer, Waiter after) {
        return suitable(WITH_ROOM, peer, after, false);
    }

    /** The first few who were told that nobody would do, and for whom the peer would if they had room. */
    public List<UUID> unawareOf(UUID peer) {
        return suitable(EMPLOYERS, peer, Waiter.NOBODY, true).stream()
                .map(Waiter::request)
                .toList();
    }

    private List<Waiter> suitable(String whether, UUID peer, Waiter after, boolean unaware) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> {
            var employers = handle.createQuery(whether)
                    .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                    .bind("peer", peer)
                    .bind("now", now)
                    .bind("windowStart", now.minus(Caseload.WINDOW))
                    .map((row, context) -> (String[]) row.getArray("employers").getArray())
                    .findFirst();
            if (employers.isEmpty()) {
                return List.of();
            }
            return handle.createQuery(SUITABLE)
                    .bind("peer", peer)
                    .bind("employers", employers.get())
                    .bind("unaware", unaware)
                    .bind("after", after.opened())
                    .bind("afterId", after.request())
                    .map((row, context) -> new Waiter(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("created_at").toInstant()))
                    .list();
        });
    }
}
