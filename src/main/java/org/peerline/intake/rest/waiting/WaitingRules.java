package org.peerline.intake.rest.waiting;

import org.peerline.intake.rest.NewWishes.Must;
import org.peerline.matching.Need.Wish;

/** How rules and wishes are called outside. */
public final class WaitingRules {
    private WaitingRules() {}

    /**
     * What lies between two single people is one word: that somebody avoids somebody, or that the two have met before,
     * would say too much where the roster is small.
     */
    public static String shown(String rule) {
        return switch (rule) {
            case "THEMSELVES", "AVOIDED_EMPLOYER", "AVOIDED_NAME", "AVOIDS_REQUESTER", "NEVER_AGAIN" -> "KEPT_APART";
            default -> rule;
        };
    }

    public static Must shown(Wish wish) {
        return switch (wish) {
            case SPECIALTY -> Must.specialty;
            case GENDER -> Must.gender;
            case SAME_PEER -> Must.samePeer;
            case NEW_PEER -> Must.newPeer;
        };
    }
}
