package org.peerline.api.problem;

/**
 * What a REST door throws to answer with a problem document; it ends the request's transaction without effect.
 * Messages go out to the caller, so they carry no personal data.
 */
public abstract sealed class ApiException extends RuntimeException
        permits BadInput, Unauthenticated, NotFound, Conflict, PreconditionFailed, PreconditionRequired, TryLater {
    private final transient ProblemType type;

    ApiException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }
}
