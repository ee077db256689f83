package org.peerline.api.problem;

/** 428: a change without {@code If-Match} could undo somebody else's. */
public final class PreconditionRequired extends ApiException {
    public PreconditionRequired() {
        super(ProblemType.PRECONDITION_REQUIRED, "Send the ETag that you read in an If-Match header.");
    }
}
