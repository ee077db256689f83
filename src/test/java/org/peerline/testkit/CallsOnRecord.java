package org.peerline.testkit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the database says of the calls of a pair, oldest first. */
@ApplicationScoped
public class CallsOnRecord {
    private final Jdbi jdbi;

    CallsOnRecord(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<String> statuses(Pair pair) {
        return strings("select status from call where assignment_id = ? order by id", pair);
    }

    public List<String> agreements(Pair pair) {
        return strings(
                "select a.party || ' ' || a.via from call_agreement a join call c on c.id = a.call_id"
                        + " where c.assignment_id = ? order by a.at",
                pair);
    }

    /** What the clock still has to do, in order of time. */
    public List<String> planned(Pair pair) {
        return strings(
                "select k.task from call_clock k join call c on c.id = k.call_id where c.assignment_id = ? order by k.due_at",
                pair);
    }

    /** The id of the latest call. */
    public String latest(Pair pair) {
        List<String> ids = strings("select id::text from call where assignment_id = ? order by id", pair);
        return ids.get(ids.size() - 1);
    }

    public List<String> strings(String sql, Pair pair) {
        return jdbi.withHandle(handle ->
                handle.select(sql, pair.assignment()).mapTo(String.class).list());
    }
}
