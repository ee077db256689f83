package org.peerline.assignments.choosing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;

/**
 * The rules as the database can ask them, so that it looks only at peers who may do. It decides nothing: whoever comes
 * through is asked the rules themselves. A rule that cannot stop anybody for this need has no condition.
 */
final class Conditions {
    static final String AWAY = "exists (select 1 from peer_away w where w.peer_id = p.id"
            + " and (cast(:now as timestamptz) at time zone p.time_zone)::date between w.starts_on and w.ends_on)";

    static final String REACHABLE = "not exists (select 1 from opt_out o where o.number_key = p.mobile_key)";
    /** Read as it stands by the index of everybody; in the second form only by those of a gender or specialty. */
    private static final String HAS_ROOM = "p.open_assignments < p.capacity";

    private static final String HAS_ROOM_AMONG_SOME = "(p.open_assignments < p.capacity) is true";

    static final String OF_SPECIALTY = "p.specialty_key = lower(:specialty)";
    static final String OF_GENDER = "p.gender = :gender";
    static final String BELOW_CAP = "(p.capped_by is null or p.capped_by <= :windowStart)";

    private final Map<Code, String> conditions = new EnumMap<>(Code.class);

    Conditions(Search search) {
        Need need = search.need();
        conditions.put(Code.NOT_ACTIVE, "p.status <> 'RETIRED'");
        conditions.put(Code.PAUSED, "p.status = 'ACTIVE'");
        conditions.put(Code.AWAY, "not " + AWAY);
        conditions.put(Code.NOT_REACHABLE, REACHABLE);
        conditions.put(Code.THEMSELVES, "p.mobile_key <> :numberKey and not p.name_keys && :ownNames");
        unlessEmpty(Code.SHARED_EMPLOYER, need.ownEmployerKeys(), "not p.employer_keys && :ownEmployers");
        unlessEmpty(Code.AVOIDED_EMPLOYER, need.avoidEmployerKeys(), "not p.employer_keys && :avoidEmployers");
        unlessEmpty(Code.AVOIDED_NAME, need.avoidNameKeys(), "not p.name_keys && :avoidNames");
        conditions.put(
                Code.AVOIDS_REQUESTER,
                "not p.avoid_name_keys && :knownAs and not p.avoid_employer_keys && :ownEmployers");
        unlessEmpty(Code.NEVER_AGAIN, search.never(), "p.id <> all(:never)");
        if (need.insists(Wish.SPECIALTY)) {
            conditions.put(Code.MUST_SPECIALTY, OF_SPECIALTY);
        }
        if (need.insists(Wish.GENDER)) {
            conditions.put(Code.MUST_GENDER, OF_GENDER);
        }
        if (need.insists(Wish.SAME_PEER)) {
            conditions.put(Code.MUST_SAME_PEER, "p.id = any(:earlier)");
        }
        if (need.insists(Wish.NEW_PEER)) {
            conditions.put(Code.MUST_NEW_PEER, "p.id <> all(:earlier)");
        }
        conditions.put(Code.AT_CAPACITY, HAS_ROOM);
        conditions.put(Code.AT_MONTHLY_CAP, BELOW_CAP);
    }

    private void unlessEmpty(Code code, Set<?> keys, String condition) {
        if (!keys.isEmpty()) {
            conditions.put(code, condition);
        }
    }

    /** The rules that may stop somebody. */
    Set<Code> codes() {
        return EnumSet.copyOf(conditions.keySet());
    }

    /** Whoever no rule stops, among those of whom this is true, too. */
    String allAnd(String part) {
        String all = String.join(" and ", conditions.values()) + " and " + part;
        boolean some = all.contains(OF_SPECIALTY) || all.contains(OF_GENDER);
        return some ? all.replace(HAS_ROOM, HAS_ROOM_AMONG_SOME) : all;
    }

    /** Whoever comes as far as this rule. */
    String before(Code code) {
        return conditions.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(code) < 0)
                .map(Map.Entry::getValue)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), joined -> joined.isEmpty() ? "true" : joined));
    }
}
