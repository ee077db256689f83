package org.peerline.matching;

import java.util.List;
import java.util.Optional;
import org.peerline.matching.EligibilityRule.Code;

/** What matching found for a request. */
public sealed interface Match {

    /** Everybody eligible, best first; at least one. */
    record Eligible(List<Candidate> ranked) implements Match {}

    /** Nobody is eligible now. */
    record Nobody(WhyNobody why) implements Match {}

    /** Why a request has to wait, as API and coordinators see it. */
    enum WhyNobody {
        /** No peer is active and accepting. */
        NOBODY_AVAILABLE,
        /** Somebody would do, but has no room now. */
        ALL_AT_CAPACITY,
        /** Nobody on the roster would do for this request. */
        ALL_EXCLUDED
    }

    static Match of(Need need, List<Candidate> roster) {
        List<Candidate> ranked = roster.stream()
                .filter(peer -> EligibilityRules.obstacle(peer, need).isEmpty())
                .sorted(Ranking.forNeed(need))
                .toList();
        return ranked.isEmpty() ? new Nobody(why(need, roster)) : new Eligible(ranked);
    }

    private static WhyNobody why(Need need, List<Candidate> roster) {
        var obstacles = roster.stream()
                .map(peer -> EligibilityRules.obstacle(peer, need))
                .flatMap(Optional::stream)
                .toList();
        if (obstacles.stream().anyMatch(EligibilityRule::room)) {
            return WhyNobody.ALL_AT_CAPACITY;
        }
        boolean nobodyThere = obstacles.stream()
                .allMatch(rule -> rule.code() == Code.NOT_ACTIVE || rule.code() == Code.NOT_ACCEPTING);
        return nobodyThere ? WhyNobody.NOBODY_AVAILABLE : WhyNobody.ALL_EXCLUDED;
    }

    /** Why {@code chosen} was given the request rather than another of {@code eligible}. */
    static List<ReasonCode> reasons(Need need, Candidate chosen, List<Candidate> eligible) {
        return Ranking.reasons(need, chosen, eligible);
    }
}
