package org.peerline.api.problem;

import java.util.List;

/** 400: what was sent is malformed or invalid; every fault is named. */
public final class BadInput extends ApiException {
    private final transient List<Violation> violations;

    public BadInput(List<Violation> violations) {
        super(ProblemType.INVALID_INPUT, "Please correct the fields named in violations and send it again.");
        this.violations = List.copyOf(violations);
    }

    public static BadInput of(String field, String message) {
        return new BadInput(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
