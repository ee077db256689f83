package org.peerline.console.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How many requests were with nobody at the end of each day: from how many are now, back through all who came and went. */
@ApplicationScoped
public class WaitingByDay {
    static final int DAYS = 30;

    // One statement, so that nobody is counted twice who is given to a peer meanwhile. Whoever comes is with nobody at
    // first, and again when a peer hands them back; whoever is closed while with a peer was with nobody no longer.
    static final String NOW_AND_CHANGES = """
            select null::date as day, count(*) as change from support_request where status = 'WAITING'
            union all
            select (at at time zone :zone)::date, sum(change) from (
                select created_at as at, 1 as change from support_request where created_at >= :from
                union all
                select ended_at, 1 from assignment where ended_at >= :from and end_reason <> 'CLOSED'
                union all
                select assigned_at, -1 from assignment where assigned_at >= :from
                union all
                select closed_at, -1 from support_request r where closed_at >= :from
                    and not exists (select 1 from assignment a where a.request_id = r.id and a.end_reason = 'CLOSED')
            ) as step group by 1
            """;

    private final Jdbi jdbi;

    WaitingByDay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many waited when this day ended; for today, how many wait now. */
    public record Day(LocalDate date, int waiting) {}

    private record Change(LocalDate day, int by) {}

    /** The last days, oldest first. */
    public List<Day> upTo(LocalDate today, ZoneId zone) {
        LocalDate first = today.minusDays(DAYS - 1L);
        List<Change> read = jdbi.withHandle(handle -> handle.createQuery(NOW_AND_CHANGES)
                .bind("zone", zone.getId())
                .bind("from", first.atStartOfDay(zone).toInstant())
                .map((row, context) -> new Change(row.getObject("day", LocalDate.class), row.getInt("change")))
                .list());
        Map<LocalDate, Integer> changes = new HashMap<>();
        int now = 0;
        for (Change change : read) {
            if (change.day() == null) {
                now = change.by();
            } else {
                changes.put(change.day(), change.by());
            }
        }
        return back(now, first, today, changes);
    }

    static List<Day> back(int now, LocalDate first, LocalDate today, Map<LocalDate, Integer> changes) {
        var days = new ArrayList<Day>();
        int waiting = now;
        for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
            days.add(new Day(day, waiting));
            waiting -= changes.getOrDefault(day, 0);
        }
        Collections.reverse(days);
        return days;
    }
}
