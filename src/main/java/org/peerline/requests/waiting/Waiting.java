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
    /** The rule of somebody for whom there is a place, if those leave it who came before and are being asked. */
    public static final String BEING_SERVED = "BEING_SERVED";

    public Waiting {
        easing = Set.copyOf(easing);
    }

    public boolean isBeingServed() {
        return rule.equals(BEING_SERVED);
    }
}
