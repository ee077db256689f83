package org.peerline.console.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.console.Live;
import org.peerline.console.Shell;
import org.peerline.core.TimeSource;

/** Which requests are with a peer now, and whose move each is. */
@ApplicationScoped
public class PeerRequests {
    static final String OPEN = "select r.reference, a.assigned_at, a.first_text_at, a.first_answer_at,"
            + " (select min(c.starts_at) from call c where c.assignment_id = a.id and c.status = 'AGREED'"
            + " and c.starts_at > :now) as next_call"
            + " from assignment a join support_request r on r.id = a.request_id"
            + " where a.peer_id = :peer and a.status = 'OPEN' order by a.id";

    private final Jdbi jdbi;
    private final TimeSource time;

    PeerRequests(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /**
     * A request that is with a peer.
     *
     * @param move {@code first-text}, {@code answer} or {@code talking}
     */
    public record Row(String reference, Instant since, String move, Optional<Instant> nextCall) {}

    /** What tells whether the list is still as it was shown. */
    static String mark(List<Row> rows, Shell w) {
        return Live.mark(
                rows, List.of(rows, rows.stream().map(row -> w.age(row.since())).toList()));
    }

    public List<Row> openOf(UUID peer) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("peer", peer)
                .bind("now", time.now())
                .map((row, context) -> new Row(
                        row.getString("reference"),
                        row.getTimestamp("assigned_at").toInstant(),
                        row.getTimestamp("first_text_at") == null
                                ? "first-text"
                                : row.getTimestamp("first_answer_at") == null ? "answer" : "talking",
                        Optional.ofNullable(row.getTimestamp("next_call")).map(call -> call.toInstant())))
                .list());
    }

    /** Whom a request is or was with, the latest first. */
    List<UUID> peersOf(UUID request) {
        return jdbi.withHandle(handle -> handle.select(
                        "select peer_id from assignment where request_id = ? group by peer_id order by max(id::text) desc",
                        request)
                .mapTo(UUID.class)
                .list());
    }
}
