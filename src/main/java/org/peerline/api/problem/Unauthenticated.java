package org.peerline.api.problem;

/** 401: no credential, or one that is unknown, expired or revoked. */
public final class Unauthenticated extends ApiException {
    public Unauthenticated(String detail) {
        super(ProblemType.UNAUTHENTICATED, detail);
    }
}
