package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How much of what peers offer is in use. Who has paused counts as long as requests are with them. */
@ApplicationScoped
public class LoadByPeer {
    /** On the page. */
    static final int SHOWN = 40;

    /** In the file; a roster with more is none that a spreadsheet is for. */
    static final int IN_THE_FILE = 5000;

    private static final String COUNTED =
            " from peer where status = 'ACTIVE' or (status = 'PAUSED' and open_assignments > 0)";

    static final String FULLEST = "select id, open_assignments, capacity" + COUNTED
            + " order by share_in_use desc, open_assignments desc, id limit :most";

    static final String SHARES = """
            select count(*) filter (where open_assignments = 0) as none,
                   count(*) filter (where open_assignments > 0 and share_in_use <= 0.5) as half,
                   count(*) filter (where share_in_use > 0.5 and open_assignments < capacity) as more,
                   count(*) filter (where open_assignments = capacity) as full
            """ + COUNTED;

    private final Jdbi jdbi;

    LoadByPeer(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One peer. */
    public record Load(UUID peer, int open, int capacity) {}

    /**
     * How many peers have how much of their capacity in use.
     *
     * @param half some of it, up to a half
     * @param more more than a half and not all
     */
    public record Shares(int none, int half, int more, int full) {
        public int peers() {
            return none + half + more + full;
        }
    }

    /** The fullest first. */
    public List<Load> fullest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(FULLEST)
                .bind("most", most)
                .map((row, context) -> new Load(
                        row.getObject("id", UUID.class), row.getInt("open_assignments"), row.getInt("capacity")))
                .list());
    }

    public Shares shares() {
        return jdbi.withHandle(handle -> handle.createQuery(SHARES)
                .map((row, context) ->
                        new Shares(row.getInt("none"), row.getInt("half"), row.getInt("more"), row.getInt("full")))
                .one());
    }
}
