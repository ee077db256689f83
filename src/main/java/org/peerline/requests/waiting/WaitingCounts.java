package org.peerline.requests.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** How many wait, and for want of whom: where the roster has gaps. */
@ApplicationScoped
public class WaitingCounts {
    private static final String BY_RULE = """
            select waiting_reason, waiting_rule, count(*) as waiting, min(waiting_since) as since
            from support_request where status = 'WAITING'
            group by waiting_reason, waiting_rule order by count(*) desc, waiting_reason, waiting_rule
            """;

    private static final String BY_MUST = """
            select wish, case wish when 'SPECIALTY' then lower(wish_specialty) when 'GENDER' then wish_gender end as value,
                   count(*) as waiting, count(*) filter (where wish = any(waiting_easing)) as would_help
            from support_request cross join unnest(wish_musts) as wish
            where status = 'WAITING'
            group by 1, 2 order by count(*) desc, 1, 2 limit 100
            """;

    private final Jdbi jdbi;

    WaitingCounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those whose list was emptied by one rule; {@code rule} is empty where nobody has looked yet. */
    public record ByRule(WaitingReason reason, Optional<String> rule, int waiting, Instant since) {}

    /**
     * Those who insist on one thing.
     *
     * @param value which specialty or gender
     * @param wouldHelp for how many of them somebody would be found without it
     */
    public record ByMust(String wish, Optional<String> value, int waiting, int wouldHelp) {}

    public List<ByRule> byRule() {
        return jdbi.withHandle(handle -> handle.createQuery(BY_RULE)
                .map((row, context) -> new ByRule(
                        WaitingReason.valueOf(row.getString("waiting_reason")),
                        Optional.ofNullable(row.getString("waiting_rule")),
                        row.getInt("waiting"),
                        row.getTimestamp("since").toInstant()))
                .list());
    }

    public List<ByMust> byMust() {
        return jdbi.withHandle(handle -> handle.createQuery(BY_MUST)
                .map((row, context) -> new ByMust(
                        row.getString("wish"),
                        Optional.ofNullable(row.getString("value")),
                        row.getInt("waiting"),
                        row.getInt("would_help")))
                .list());
    }
}
