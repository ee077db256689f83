package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.Offer;
import org.peerline.calls.negotiation.Speaker;

/**
 * Suggests one to three times for a call, in the caller's transaction. While a proposal is open this one takes its place: the other
 * side's is so countered, one's own taken back. Both suggesting the very same time is an agreement.
 */
@ApplicationScoped
public class ProposeCall {
    private final Negotiations negotiations;

    ProposeCall(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    public CallOutcome propose(UUID assignment, Speaker speaker, Offer offer) {
        return negotiations.step(
                assignment, speaker, (negotiation, suggestion) -> negotiation.propose(suggestion, offer));
    }
}
