package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
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

    /**
     * @param call one that exists
     * @param chosen which of its times; may be empty while there is only one
     */
    public CallOutcome accept(UUID call, Speaker speaker, Optional<Instant> chosen) {
        return negotiations.step(
                assignmentOf(call),
                speaker,
                (negotiation, yes) -> negotiation.accept(calls.findById(call), yes, chosen));
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
