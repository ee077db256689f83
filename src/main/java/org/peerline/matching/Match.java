package org.peerline.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peerline.matching.EligibilityRule.Code;

/** What matching found for a request. */
public sealed interface Match {

    /** Everybody eligible, best first; at least one. */
    record Eligible(List<Candidate> ranked) implements Match {}

    /**
     * Nobody is eligible now.
     *
     * @param emptiedBy the rule after which nobody was left
     */
    record Nobody(Code emptiedBy) implements Match {
        public WhyNobody why() {
            return emptiedBy.why();
        }
    }

    /** Why a request has to wait, as API and coordinators see it. */
    enum WhyNobody {
        /** No peer is active and accepting. */
        NOBODY_AVAILABLE,
        /** Somebody would do, but has no room now. */
        ALL_AT_CAPACITY,
        /** Nobody on the roster would do for this request. */
        ALL_EXCLUDED
    }

    /**
     * Decides among peers.
     *
     * @param peers everybody, or so many that the best of everybody is among them; where nobody is eligible, one of those
     *     whom the rules let come furthest
     */
    static Match of(Need need, List<Candidate> peers) {
        List<Candidate> ranked = peers.stream()
                .filter(peer -> EligibilityRules.obstacle(peer, need).isEmpty())
                .sorted(Ranking.forNeed(need))
                .toList();
        return ranked.isEmpty() ? new Nobody(emptiedBy(need, peers)) : new Eligible(ranked);
    }

    /** The rules take peers off the list one after the other, so it is the last rule that still found somebody to stop. */
    private static Code emptiedBy(Need need, List<Candidate> peers) {
        return peers.stream()
                .map(peer -> EligibilityRules.obstacle(peer, need))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Code.NOT_ACTIVE);
    }

    /** Why {@code chosen} was given the request rather than another of {@code eligible}. */
    static List<ReasonCode> reasons(Need need, Candidate chosen, List<Candidate> eligible) {
        return Ranking.reasons(need, chosen, eligible);
    }
}
