package org.peerline.api.problem;

import org.peerline.core.Refusal;

/** 409: well formed, but the present state does not allow it. */
public final class Conflict extends ApiException {
    private final transient Refusal refusal;

    public Conflict(Refusal refusal) {
        super(ProblemType.CONFLICT, refusal.detail());
        this.refusal = refusal;
    }

    public String code() {
        return refusal.code();
    }
}
