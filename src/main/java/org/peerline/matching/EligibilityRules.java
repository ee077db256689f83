package org.peerline.matching;

import static org.peerline.matching.EligibilityRule.Code.*;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.peerline.matching.Candidate.Standing;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.matching.Need.Wish;

/** The rules, in the order in which they are asked. Nobody is ever told who was excluded, or by which rule. */
public final class EligibilityRules {
    private static final List<EligibilityRule> RULES = List.of(
            rule(NOT_ACTIVE, (peer, need) -> peer.standing() != Standing.RETIRED),
            rule(PAUSED, (peer, need) -> peer.standing() != Standing.PAUSED),
            rule(AWAY, (peer, need) -> peer.standing() != Standing.AWAY),
            rule(NOT_REACHABLE, (peer, need) -> peer.standing() != Standing.UNREACHABLE),
            rule(
                    THEMSELVES,
                    (peer, need) ->
                            !peer.numberKey().equals(need.numberKey()) && apart(peer.nameKeys(), need.ownNameKeys())),
            rule(SHARED_EMPLOYER, (peer, need) -> apart(peer.employerKeys(), need.ownEmployerKeys())),
            rule(AVOIDED_EMPLOYER, (peer, need) -> apart(peer.employerKeys(), need.avoidEmployerKeys())),
            rule(AVOIDED_NAME, (peer, need) -> apart(peer.nameKeys(), need.avoidNameKeys())),
            rule(
                    AVOIDS_REQUESTER,
                    (peer, need) -> apart(peer.avoidNameKeys(), need.knownAsKeys())
                            && apart(peer.avoidEmployerKeys(), need.ownEmployerKeys())),
            rule(NEVER_AGAIN, (peer, need) -> !peer.neverAgain()),
            rule(MUST_SPECIALTY, (peer, need) -> need.mustMet(Wish.SPECIALTY, peer)),
            rule(MUST_GENDER, (peer, need) -> need.mustMet(Wish.GENDER, peer)),
            rule(MUST_SAME_PEER, (peer, need) -> need.mustMet(Wish.SAME_PEER, peer)),
            rule(MUST_NEW_PEER, (peer, need) -> need.mustMet(Wish.NEW_PEER, peer)),
            rule(AT_CAPACITY, (peer, need) -> peer.openAssignments() < peer.capacity()),
            rule(AT_MONTHLY_CAP, (peer, need) -> peer.assignedInWindow() < peer.monthlyCap()));

    private EligibilityRules() {}

    /** The first rule that forbids it; empty when the peer may be given the request. */
    public static Optional<Code> obstacle(Candidate peer, Need need) {
        return RULES.stream()
                .filter(rule -> !rule.allows().test(peer, need))
                .map(EligibilityRule::code)
                .findFirst();
    }

    private static EligibilityRule rule(Code code, BiPredicate<Candidate, Need> allows) {
        return new EligibilityRule(code, allows);
    }

    private static boolean apart(Set<String> some, Set<String> others) {
        return Collections.disjoint(some, others);
    }
}
