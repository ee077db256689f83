package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.calls.negotiation.Offer;
import org.peerline.core.Reference;

/**
 * A peer's other calls close to a time: agreed ones, and times that they have suggested to somebody else. No call has a
 * prescribed length, so "close" is a setting. Only ever pointed out: how many calls fit into an evening is theirs to say.
 */
@ApplicationScoped
public class OverlappingCalls {
    private static final String CLOSE = """
            select its.start as starts_at, c.time_zone, r.reference
            from call c
            join assignment a on a.id = c.assignment_id
            join support_request r on r.id = a.request_id
            cross join lateral unnest(array[c.starts_at, c.second_start, c.third_start]) as its (start)
            where a.peer_id = :peer and a.status = 'OPEN' and a.id <> :assignment
              and (c.status = 'AGREED' or (c.status = 'PROPOSED' and c.proposed_by = 'PEER'))
              and exists (
                  select 1 from unnest(:times::timestamptz[]) as wanted (start)
                  where its.start > wanted.start - :close::interval and its.start < wanted.start + :close::interval)
            order by c.status, its.start
            limit 1
            """;

    private final Jdbi jdbi;
    private final Duration close;

    OverlappingCalls(
            Jdbi jdbi, @ConfigProperty(name = "peerline.limit.call-overlap", defaultValue = "PT1H") Duration close) {
        this.jdbi = jdbi;
        this.close = close;
    }

    /** The other call, and the request that it belongs to. */
    public record Overlap(ZonedDateTime startsAt, Reference reference) {}

    /** @param assignment whose own calls do not count */
    public Optional<Overlap> of(UUID peer, UUID assignment, Offer offer) {
        return jdbi.withHandle(handle -> handle.createQuery(CLOSE)
                .bind("peer", peer)
                .bind("assignment", assignment)
                .bind(
                        "times",
                        offer.times().stream()
                                .map(time -> time.toInstant().toString())
                                .toArray(String[]::new))
                .bind("close", close.toSeconds() + " seconds")
                .map((row, context) -> overlap(row))
                .findFirst());
    }

    private static Overlap overlap(ResultSet row) throws SQLException {
        Instant start = row.getTimestamp("starts_at").toInstant();
        return new Overlap(
                start.atZone(ZoneId.of(row.getString("time_zone"))), new Reference(row.getString("reference")));
    }
}
