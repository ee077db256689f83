package org.peerline.matching;

import java.util.function.BiPredicate;

/**
 * One reason why a peer may not be given a request.
 *
 * @param room whether the obstacle passes by itself when the peer finishes something: then waiting makes sense
 * @param allows true when the peer may be given the request as far as this rule is concerned
 */
public record EligibilityRule(Code code, boolean room, BiPredicate<Candidate, Need> allows) {

    /** The rules by name, as coordinators see them. */
    public enum Code {
        NOT_ACTIVE,
        NOT_ACCEPTING,
        AT_CAPACITY,
        AT_MONTHLY_CAP,
        THEMSELVES,
        SHARED_EMPLOYER,
        AVOIDED_NAME,
        NEVER_AGAIN,
        MUST_NOT_MET
    }
}
