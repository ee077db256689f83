package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.peerline.assignments.AssignmentEnded;
import org.peerline.assignments.EndReason;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.Speaker;

/** Calls off an agreed call, or takes one's own proposal back, in the caller's transaction. */
@ApplicationScoped
public class CancelCall {
    private final Negotiations negotiations;
    private final Calls calls;

    CancelCall(Negotiations negotiations, Calls calls) {
        this.negotiations = negotiations;
        this.calls = calls;
    }

    /** @param call one that exists */
    public CallOutcome cancel(UUID call, Speaker speaker) {
        UUID assignment = calls.placeOf(call).orElseThrow().assignmentId();
        return negotiations.step(
                assignment,
                speaker,
                (negotiation, unused) -> negotiation.cancel(calls.findById(call), speaker.party()));
    }

    /** Both are told what will not take place any more, whoever ended the conversation and why. */
    void assignmentEnded(@Observes AssignmentEnded ended) {
        negotiations.endAll(ended.assignment(), ended.why() == EndReason.PEER_LEFT);
    }
}
