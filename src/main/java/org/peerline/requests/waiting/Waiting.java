package org.peerline.requests.waiting;

import java.util.Set;
import org.peerline.matching.Need.Wish;

/**
 * Why a request has nobody yet.
 *
 * @param rule the rule after which nobody was left, by name
 * @param easing the musts without which somebody would have been found
 * @param together whether only all of them together would do, rather than any one
 */
public record Waiting(WaitingReason reason, String rule, Set<Wish> easing, boolean together) {
    public Waiting {
        easing = Set.copyOf(easing);
    }
}
