package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.Speaker;

/** Says yes or no to the other side's proposal, in the caller's transaction. Only a yes of each side agrees a call. */
@ApplicationScoped
public class AnswerProposal {
    private final Negotiations negotiations;
    private final Calls calls;

    AnswerProposal(Negotiations negotiations, Calls calls) {
        this.negotiations = negotiations;
        this.calls = calls;
    }

    /** @param call one that exists */
    public CallOutcome accept(UUID call, Speaker speaker) {
        return negotiations.step(
                assignmentOf(call), speaker, (negotiation, yes) -> negotiation.accept(calls.findById(call), yes));
    }

    /** @param call one that exists */
    public CallOutcome decline(UUID call, Speaker speaker) {
        return negotiations.step(
                assignmentOf(call),
                speaker,
                (negotiation, no) -> negotiation.decline(calls.findById(call), speaker.party()));
    }

    private UUID assignmentOf(UUID call) {
        return calls.placeOf(call).orElseThrow().assignmentId();
    }
}
