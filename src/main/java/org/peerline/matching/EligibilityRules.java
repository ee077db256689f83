package org.peerline.matching;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.peerline.matching.EligibilityRule.Code;

/** The rules, in the order in which they are asked. Nobody is ever told who was excluded, or by which rule. */
public final class EligibilityRules {
    private static final List<EligibilityRule> RULES = List.of(
            new EligibilityRule(Code.NOT_ACTIVE, false, (peer, need) -> peer.active()),
            new EligibilityRule(Code.NOT_ACCEPTING, false, (peer, need) -> peer.accepting()),
            new EligibilityRule(
                    Code.THEMSELVES,
                    false,
                    (peer, need) -> !peer.numberKey().equals(need.numberKey())
                            && Collections.disjoint(peer.nameKeys(), need.ownNameKeys())),
            new EligibilityRule(
                    Code.SHARED_EMPLOYER,
                    false,
                    (peer, need) -> Collections.disjoint(peer.employerKeys(), need.employerKeys())),
            new EligibilityRule(
                    Code.AVOIDED_NAME,
                    false,
                    (peer, need) -> Collections.disjoint(peer.nameKeys(), need.avoidNameKeys())),
            new EligibilityRule(Code.NEVER_AGAIN, false, (peer, need) -> !peer.neverAgain()),
            new EligibilityRule(
                    Code.MUST_NOT_MET,
                    false,
                    (peer, need) -> need.musts().stream().allMatch(wish -> !need.made(wish) || need.met(wish, peer))),
            new EligibilityRule(Code.AT_CAPACITY, true, (peer, need) -> peer.openAssignments() < peer.capacity()),
            new EligibilityRule(
                    Code.AT_MONTHLY_CAP, true, (peer, need) -> peer.assignedInWindow() < peer.monthlyCap()));

    private EligibilityRules() {}

    /** The first rule that forbids it; empty when the peer may be given the request. */
    static Optional<EligibilityRule> obstacle(Candidate peer, Need need) {
        return RULES.stream().filter(rule -> !rule.allows().test(peer, need)).findFirst();
    }
}
