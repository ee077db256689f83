package org.peerline.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.peerline.matching.Need.Wish;

/**
 * Who comes first among the eligible: the earlier peer of a returning requester who asks for the same, anybody else for one
 * who asks for somebody new; wishes met;
 * available now; lowest share of capacity in use; longest since last assigned. In a perfect tie it is
 * somebody new; after that the id decides, so that the same state always gives the same answer.
 */
final class Ranking {
    private Ranking() {}

    static Comparator<Candidate> forNeed(Need need) {
        return standing(need)
                .thenComparing(Candidate::load)
                .thenComparing(peer -> peer.lastAssignedAt().orElse(Instant.MIN))
                .thenComparing(Candidate::earlierPeer)
                .thenComparing(Candidate::peerId, Comparator.comparing(UUID::toString));
    }

    /** What weighs more than how busy somebody is. */
    private static Comparator<Candidate> standing(Need need) {
        return Comparator.comparing((Candidate peer) -> !need.isFirstChoice(peer))
                .thenComparing(peer -> -wishesMet(need, peer))
                .thenComparing(peer -> !peer.availableNow());
    }

    static int wishesMet(Need need, Candidate peer) {
        return (need.met(Wish.SPECIALTY, peer) ? 1 : 0) + (need.met(Wish.GENDER, peer) ? 1 : 0);
    }

    /** Why {@code chosen} stands before the others, as codes. */
    static List<ReasonCode> reasons(Need need, Candidate chosen, List<Candidate> eligible) {
        var reasons = new ArrayList<ReasonCode>();
        if (need.met(Wish.SAME_PEER, chosen)) {
            reasons.add(ReasonCode.SAME_PEER);
        }
        if (wishesMet(need, chosen) > 0) {
            reasons.add(ReasonCode.WISHES_MET);
        }
        if (chosen.availableNow()) {
            reasons.add(ReasonCode.AVAILABLE_NOW);
        }
        List<Candidate> equals = eligible.stream()
                .filter(other -> other != chosen && standing(need).compare(other, chosen) == 0)
                .toList();
        if (eligible.size() == 1) {
            reasons.add(ReasonCode.ONLY_ONE);
        } else if (equals.stream().anyMatch(other -> chosen.load() <= other.load())) {
            reasons.add(ReasonCode.LOWEST_LOAD);
        }
        if (equals.stream().anyMatch(other -> other.load() == chosen.load())) {
            reasons.add(ReasonCode.LONGEST_SINCE_LAST);
        }
        return List.copyOf(reasons);
    }
}
