package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.Offer;
import org.peerline.calls.negotiation.Speaker;

/**
 * Suggests another time for a call, in the caller's transaction: for a proposal that is a counter-proposal. An agreed
 * call stays agreed until both have said yes to the new time.
 */
@ApplicationScoped
public class MoveCall {
    private final Negotiations negotiations;
    private final Calls calls;

    MoveCall(Negotiations negotiations, Calls calls) {
        this.negotiations = negotiations;
        this.calls = calls;
    }

    /** @param call one that exists */
    public CallOutcome move(UUID call, Speaker speaker, Offer offer) {
        UUID assignment = calls.placeOf(call).orElseThrow().assignmentId();
        return negotiations.step(
                assignment,
                speaker,
                (negotiation, suggestion) -> negotiation.move(calls.findById(call), suggestion, offer));
    }
}
