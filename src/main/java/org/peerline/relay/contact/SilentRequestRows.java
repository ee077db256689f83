package org.peerline.relay.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * When something last happened in a request. It is not noted with every text, which would make each of them dearer: a
 * request is looked at when it has been open for as long as a silence may last, and then as long after what was found.
 */
@ApplicationScoped
class SilentRequestRows {
    /** Somebody wrote, was answered, or a call was spoken of; what we tell people by ourselves breaks no silence. */
    private static final String HAPPENED = "(m.author is not null or m.kind in ('CALL', 'ANSWER', 'URGENT'))";

    private static final String LAST = """
            greatest(r.created_at, r.waiting_since,
                     (select m.created_at from message m where m.request_id = r.id and m.assignment_id is null and
            """ + HAPPENED + """
                      order by m.id desc limit 1),
                     (select max(greatest(a.assigned_at, (select m.created_at from message m where m.assignment_id = a.id and
            """ + HAPPENED + """
                                                          order by m.id desc limit 1)))
                      from assignment a where a.request_id = r.id))
            """;

    private static final String FROM = "coalesce(r.silence_seen_from, r.created_at)";

    // Who is silent on, although somebody has looked, is not shown again before anything has happened.
    private static final String LOOK = "with due as (select r.id, " + LAST + " as last from support_request r"
            + " where r.status <> 'CLOSED' and " + FROM + " <= :cutoff order by " + FROM
            + " limit :most for no key update of r skip locked),"
            // An array, because a join would be planned for a tenth of all requests and read them all.
            + " seen as (update support_request s set silence_seen_from = (select case when due.last > :cutoff"
            + " then due.last else :now end from due where due.id = s.id)"
            + " where s.id = any (array(select due.id from due)))"
            + " select due.id, due.last <= :cutoff and not exists (select 1 from coordinator_task t"
            + " where t.request_id = due.id and t.kind = 'SILENT_REQUEST' and t.raised_at >= due.last) as silent from due";

    // Row by row, because there are few: a join might read all requests.
    private static final String OVER = "select t.subject_id from coordinator_task t"
            + " where t.kind = 'SILENT_REQUEST' and t.done_at is null and coalesce((select r.status = 'CLOSED' or "
            + LAST + " > t.raised_at from support_request r where r.id = t.subject_id), true) limit :most";

    private final Jdbi jdbi;

    SilentRequestRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param silent those in which nothing has happened, and of which no coordinator was told in this silence
     * @param many how many were looked at
     */
    record Looked(List<UUID> silent, int many) {}

    private record Row(UUID request, boolean silent) {}

    /** Looks at what is due, in the caller's transaction; what somebody else is changing now is looked at later. */
    Looked look(Instant cutoff, Instant now, int most) {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery(LOOK)
                .bind("cutoff", cutoff)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getBoolean("silent")))
                .list());
        return new Looked(rows.stream().filter(Row::silent).map(Row::request).toList(), rows.size());
    }

    /** Requests of open tasks that were closed, or in which something has happened since. */
    List<UUID> over(int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery(OVER).bind("most", most).mapTo(UUID.class).list());
    }

    /** From when the longest silence may be counted. */
    Optional<Instant> first() {
        return jdbi.withHandle(
                handle -> handle.select("select min(" + FROM + ") from support_request r where r.status <> 'CLOSED'")
                        .mapTo(Instant.class)
                        .findFirst());
    }
}
