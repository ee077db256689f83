package org.peerline.api.problem;

/** 412: the caller's copy is not the present one. */
public final class PreconditionFailed extends ApiException {
    public PreconditionFailed() {
        super(
                ProblemType.PRECONDITION_FAILED,
                "It has changed since you read it. Read it again and send the change with its new ETag.");
    }
}
