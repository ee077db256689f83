package org.peerline.assignments.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.OurNumbers;

/**
 * How much of the relay numbers is in use. Any number of people share one number; it is scarce for one person only, who
 * needs another for each conversation, and for as long as the earlier ones rest. So the head-room is that of the busiest
 * person.
 */
@ApplicationScoped
public class NumberPool {
    // In use or resting: each half has an index of its own, which a condition with "or" would not use.
    private static final String LIVE = """
            with live as (
                select relay_number, number_key, assignment_id, true as open from relay_place where released_at is null
                union all
                select relay_number, number_key, assignment_id, false from relay_place
                where released_at is not null and last_used_at > :restedSince)
            """;

    // A number that has left the settings while people still talk on it is shown too.
    static final String NUMBERS = LIVE + """
            select n.number, n.number = any(:pool) as configured,
                   count(distinct p.assignment_id) filter (where p.open) as open,
                   count(distinct p.assignment_id) filter (where not p.open) as resting
            from (select unnest(:pool) as number union select relay_number from live where open) n
            left join live p on p.relay_number = n.number
            group by n.number order by n.number
            """;

    static final String BUSIEST = LIVE + """
            select coalesce(max(taken), 0) from (
                select count(distinct relay_number) as taken from live
                where relay_number = any(:pool) group by number_key) people
            """;

    static final String WAITING =
            "select count(*) from support_request where status = 'WAITING' and waiting_reason = 'NO_RELAY_NUMBER'";

    private final Jdbi jdbi;
    private final OurNumbers ourNumbers;
    private final TimeSource time;
    private final Duration quarantine;

    NumberPool(
            Jdbi jdbi,
            OurNumbers ourNumbers,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.relay-quarantine", defaultValue = "P14D") Duration quarantine) {
        this.jdbi = jdbi;
        this.ourNumbers = ourNumbers;
        this.time = time;
        this.quarantine = quarantine;
    }

    /**
     * A relay number.
     *
     * @param configured false when it has left the settings, and is only kept for those who still talk on it
     * @param open conversations going on
     * @param resting conversations that have ended, whose people get it for nobody else yet
     */
    public record Use(PhoneNumber number, boolean configured, int open, int resting) {}

    public List<Use> numbers() {
        return jdbi.withHandle(handle -> handle.createQuery(NUMBERS)
                .bind("pool", pool())
                .bind("restedSince", time.now().minus(quarantine))
                .map((row, context) -> new Use(
                        new PhoneNumber(row.getString("number")),
                        row.getBoolean("configured"),
                        row.getInt("open"),
                        row.getInt("resting")))
                .list());
    }

    /** How many numbers of the pool the busiest person has, in use or resting. */
    public int takenByTheBusiest() {
        return jdbi.withHandle(handle -> handle.createQuery(BUSIEST)
                .bind("pool", pool())
                .bind("restedSince", time.now().minus(quarantine))
                .mapTo(Integer.class)
                .one());
    }

    /** How many more conversations the busiest person can be given within the quarantine. */
    public int headRoom() {
        return size() - takenByTheBusiest();
    }

    public int size() {
        return ourNumbers.relayNumbers().size();
    }

    /** How many requests wait for a number, and for nothing else. */
    public int waiting() {
        return jdbi.withHandle(
                handle -> handle.select(WAITING).mapTo(Integer.class).one());
    }

    private String[] pool() {
        return ourNumbers.relayNumbers().stream().map(PhoneNumber::e164).toArray(String[]::new);
    }
}
