package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.peerline.core.TimeSource;
import org.peerline.matching.Candidate;
import org.peerline.matching.Caseload;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.peers.profile.Offer;

/**
 * Looks peers up for a request, the likely best first and a few at a time, however large the roster is. The rules of
 * {@code matching} decide among those who come back.
 */
@ApplicationScoped
public class Candidates {
    private static final int A_FEW = 8;
    /** With two eligible it is certain whether somebody was the only one. */
    private static final int ENOUGH = 2;

    // Whoever has waited longer is asked before somebody else gets a place that has just become free.
    private static final String NOT_KEPT_FOR_OTHERS = """
             and not (exists (select 1 from free_place f where f.peer_id = p.id and f.peer_id is distinct from cast(:turn as uuid))
                      and coalesce((select (w.created_at, w.id) < (:opened, :request) from support_request w
                                    where w.status = 'WAITING' order by w.created_at, w.id limit 1), false))""";

    private static final String LEAST_BUSY_FIRST =
            " order by p.share_in_use, p.last_assigned_at nulls first, p.id limit ";

    private final Jdbi jdbi;
    private final TimeSource time;

    Candidates(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** The best few who may be eligible, those left out who have been tried in vain. */
    public List<Candidate> best(Search search, Collection<UUID> tried) {
        var found = new ArrayList<Candidate>();
        for (List<String> tier : Tiers.of(search)) {
            for (String part : tier) {
                found.addAll(list(aFew(search, tried, part), search, tried));
            }
            if (found.size() >= ENOUGH) {
                break;
            }
        }
        return found;
    }

    /** When nobody is eligible: one of those whom the rules let come furthest. Empty only when the roster is. */
    public List<Candidate> furthest(Search search) {
        var conditions = new Conditions(search);
        return conditions.codes().stream()
                .sorted(Comparator.<Code>reverseOrder())
                .map(code -> list(select(conditions.before(code) + " order by p.id limit 1"), search, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The least busy few of a part of a tier. */
    static String aFew(Search search, Collection<UUID> tried, String part) {
        return select(new Conditions(search).allAnd(part)
                + (tried.isEmpty() ? "" : " and p.id <> all(:tried)")
                + NOT_KEPT_FOR_OTHERS
                + LEAST_BUSY_FIRST
                + A_FEW);
    }

    private static String select(String condition) {
        return "select " + CandidateRows.COLUMNS + " from peer p where " + condition;
    }

    private List<Candidate> list(String sql, Search search, Collection<UUID> tried) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bindMap(values(search, tried, now))
                .map((row, context) -> CandidateRows.read(row, search, now))
                .list());
    }

    static Map<String, Object> values(Search search, Collection<UUID> tried, Instant now) {
        var need = search.need();
        var values = new HashMap<String, Object>();
        values.put("now", now);
        values.put("ukZone", Offer.UNITED_KINGDOM.getId());
        values.put("ukMinute", minuteOfWeek(now.atZone(Offer.UNITED_KINGDOM)));
        values.put("windowStart", now.minus(Caseload.WINDOW));
        values.put("numberKey", need.numberKey());
        values.put("ownNames", array(need.ownNameKeys()));
        values.put("knownAs", array(need.knownAsKeys()));
        values.put("ownEmployers", array(need.ownEmployerKeys()));
        values.put("avoidEmployers", array(need.avoidEmployerKeys()));
        values.put("avoidNames", array(need.avoidNameKeys()));
        values.put("specialty", need.wishes().specialty());
        values.put("gender", need.wishes().gender());
        values.put("earlier", search.earlier().toArray(UUID[]::new));
        values.put("never", search.never().toArray(UUID[]::new));
        values.put("tried", tried.toArray(UUID[]::new));
        values.put("turn", search.turn());
        values.put("opened", search.opened());
        values.put("request", search.request());
        return values;
    }

    private static int minuteOfWeek(ZonedDateTime time) {
        return (time.getDayOfWeek().getValue() - 1) * 1440 + time.get(ChronoField.MINUTE_OF_DAY);
    }

    private static String[] array(Collection<String> keys) {
        return keys.toArray(String[]::new);
    }
}
