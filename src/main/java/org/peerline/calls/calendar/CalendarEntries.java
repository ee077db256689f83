package org.peerline.calls.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Reference;
import org.peerline.core.TimeSource;

/** What stands in a peer's calendar: calls that both had agreed to, the latest form of each. */
@ApplicationScoped
public class CalendarEntries {
    /** A calendar is for what comes, and for looking up what was. */
    private static final Duration BACK = Duration.ofDays(60);

    private static final String LATEST = """
            select distinct on (event) coalesce(c.event_id, c.id) as event, c.event_sequence, c.starts_at,
                   c.status = 'CANCELLED' as cancelled,
                   coalesce(c.settled_at, (select max(g.at) from call_agreement g where g.call_id = c.id)) as changed_at,
                   r.reference
            from call c
            join assignment a on a.id = c.assignment_id
            join support_request r on r.id = a.request_id
            where a.peer_id = :peer and c.starts_at > :since
              and (c.status in ('AGREED', 'HELD', 'MISSED')
                   or (c.status = 'CANCELLED' and (select count(*) from call_agreement g where g.call_id = c.id) = 2))
            order by event, c.event_sequence desc
            """;

    private final Jdbi jdbi;
    private final TimeSource time;

    CalendarEntries(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    public List<CalendarEntry> of(UUID peer) {
        return jdbi.withHandle(handle -> handle.createQuery(LATEST)
                .bind("peer", peer)
                .bind("since", time.now().minus(BACK))
                .map((row, context) -> new CalendarEntry(
                        row.getObject("event", UUID.class),
                        row.getInt("event_sequence"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getBoolean("cancelled"),
                        row.getTimestamp("changed_at").toInstant(),
                        new Reference(row.getString("reference"))))
                .list());
    }
}
