package org.peerline.api.problem;

/** 404: there is no such thing, or the caller may not know that there is. */
public final class NotFound extends ApiException {
    public NotFound() {
        super(ProblemType.NOT_FOUND, "There is nothing here that you may see.");
    }
}
