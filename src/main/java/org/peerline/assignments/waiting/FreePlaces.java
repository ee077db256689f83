package org.peerline.assignments.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/**
 * Which peers may have room, so that those who wait are asked before anybody new. A row is added with the change that
 * made room, and goes when everybody who waits has been looked through; a copy that dies in between leaves it to the
 * others.
 */
@ApplicationScoped
public class FreePlaces {
    // The first in the order of an index: those who wait are few, and the youngest of very many.
    private static final String SOMEBODY_WAITS =
            "(select true from support_request where status = 'WAITING' order by created_at, id limit 1)";

    private final Jdbi jdbi;
    private final TimeSource time;

    FreePlaces(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** A peer, and up to which row their places were seen. */
    record Seen(UUID peer, long upTo) {}

    /** In the caller's transaction. */
    public void add(UUID peer) {
        jdbi.useHandle(
                handle -> handle.execute("insert into free_place (peer_id, since) values (?, ?)", peer, time.now()));
    }

    /** Whether somebody waits and there is a place that they have not been asked about. */
    boolean toOffer() {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select 1 from free_place) and coalesce(" + SOMEBODY_WAITS + ", false)")
                .mapTo(Boolean.class)
                .one());
    }

    /** Those who have been free longest first. Empty, and nothing kept, when nobody waits. */
    List<Seen> all() {
        return jdbi.inTransaction(handle -> {
            // Whoever begins to wait after this looks again by themselves.
            handle.execute("delete from free_place where id in (select id from free_place for update skip locked)"
                    + " and " + SOMEBODY_WAITS + " is null");
            return handle.select("select peer_id, max(id) as up_to from free_place group by peer_id order by min(id)")
                    .map((row, context) -> new Seen(row.getObject("peer_id", UUID.class), row.getLong("up_to")))
                    .list();
        });
    }

    void offered(Seen seen) {
        jdbi.useHandle(handle ->
                handle.execute("delete from free_place where peer_id = ? and id <= ?", seen.peer(), seen.upTo()));
    }
}
