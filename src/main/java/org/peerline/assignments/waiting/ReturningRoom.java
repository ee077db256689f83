package org.peerline.assignments.waiting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/** Peers who get room by the passing of time alone: their monthly cap gives some again, or their days away are over. */
@ApplicationScoped
class ReturningRoom implements DueWork {
    private static final Logger LOG = Logger.getLogger(ReturningRoom.class);

    private static final String DUE = """
            select id from peer where room_again_at <= :now
            union
            select w.peer_id from peer_away w join peer p on p.id = w.peer_id
            where not w.back and w.ends_on < (cast(:now as timestamptz) at time zone 'UTC')::date + 2
              and ((w.ends_on + 1)::timestamp at time zone p.time_zone) <= :now
            limit 100
            """;

    private static final String NEXT = """
            select least((select min(room_again_at) from peer where room_again_at is not null),
                         (select min(back_at) from (
                              select (w.ends_on + 1)::timestamp at time zone p.time_zone as back_at
                              from peer_away w join peer p on p.id = w.peer_id
                              where not w.back order by w.ends_on fetch first row with ties) first_day))
            """;

    private static final String ROOM =
            "update peer set room_again_at = null where id = :peer and room_again_at <= :now";

    private static final String BACK = """
            update peer_away w set back = true from peer p
            where w.peer_id = :peer and p.id = w.peer_id and not w.back
              and ((w.ends_on + 1)::timestamp at time zone p.time_zone) <= :now
            """;

    private final Jdbi jdbi;
    private final FreePlaces freePlaces;
    private final TimeSource time;

    ReturningRoom(Jdbi jdbi, FreePlaces freePlaces, TimeSource time) {
        this.jdbi = jdbi;
        this.freePlaces = freePlaces;
        this.time = time;
    }

    @Override
    public int runDue() {
        int noted = 0;
        List<UUID> due = jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("now", time.now())
                .mapTo(UUID.class)
                .list());
        for (UUID peer : due) {
            try {
                noted += QuarkusTransaction.requiringNew().call(() -> note(peer)) ? 1 : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "The room of peer %s could not be noted now", peer);
            }
        }
        return noted;
    }

    private boolean note(UUID peer) {
        Instant now = time.now();
        int noted = jdbi.withHandle(handle -> handle.createUpdate(ROOM)
                        .bind("peer", peer)
                        .bind("now", now)
                        .execute()
                + handle.createUpdate(BACK).bind("peer", peer).bind("now", now).execute());
        if (noted > 0) {
            freePlaces.add(peer);
        }
        return noted > 0;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbi.withHandle(
                handle -> handle.select(NEXT).mapTo(Instant.class).findFirst());
    }
}
