package org.peerline.matching;

import java.util.function.BiPredicate;
import org.peerline.matching.Match.WhyNobody;

/**
 * One reason why a peer may not be given a request.
 *
 * @param allows true when the peer may be given the request as far as this rule is concerned
 */
public record EligibilityRule(Code code, BiPredicate<Candidate, Need> allows) {

    /** The rules by name, in the order in which they are asked. */
    public enum Code {
        NOT_ACTIVE(WhyNobody.NOBODY_AVAILABLE),
        PAUSED(WhyNobody.NOBODY_AVAILABLE),
        AWAY(WhyNobody.NOBODY_AVAILABLE),
        NOT_REACHABLE(WhyNobody.NOBODY_AVAILABLE),
        THEMSELVES(WhyNobody.ALL_EXCLUDED),
        SHARED_EMPLOYER(WhyNobody.ALL_EXCLUDED),
        AVOIDED_EMPLOYER(WhyNobody.ALL_EXCLUDED),
        AVOIDED_NAME(WhyNobody.ALL_EXCLUDED),
        AVOIDS_REQUESTER(WhyNobody.ALL_EXCLUDED),
        NEVER_AGAIN(WhyNobody.ALL_EXCLUDED),
        MUST_SPECIALTY(WhyNobody.ALL_EXCLUDED),
        MUST_GENDER(WhyNobody.ALL_EXCLUDED),
        MUST_SAME_PEER(WhyNobody.ALL_EXCLUDED),
        MUST_NEW_PEER(WhyNobody.ALL_EXCLUDED),
        AT_CAPACITY(WhyNobody.ALL_AT_CAPACITY),
        AT_MONTHLY_CAP(WhyNobody.ALL_AT_CAPACITY);

        private final WhyNobody why;

        Code(WhyNobody why) {
            this.why = why;
        }

        /** Why a request waits when this rule has taken the last one off the list. */
        public WhyNobody why() {
            return why;
        }
    }
}
