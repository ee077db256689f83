package org.peerline.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.calls.negotiation.Afterwards;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallReport;
import org.peerline.calls.negotiation.Speaker;

/** Notes what became of an agreed call, in the caller's transaction; after one that was missed, both are told kindly. */
@ApplicationScoped
public class RecordOutcome {
    private final Negotiations negotiations;
    private final Calls calls;

    RecordOutcome(Negotiations negotiations, Calls calls) {
        this.negotiations = negotiations;
        this.calls = calls;
    }

    /** @param call one that exists */
    public CallOutcome record(UUID call, Speaker speaker, CallReport report) {
        return negotiations.afterwards(
                assignmentOf(call), speaker, now -> Afterwards.report(calls.readAnew(call), report, now));
    }

    /** @param call one that exists */
    public CallOutcome furtherCall(UUID call, Speaker speaker, boolean wouldHelp) {
        return negotiations.afterwards(
                assignmentOf(call), speaker, now -> Afterwards.noteFurtherCall(calls.readAnew(call), wouldHelp));
    }

    private UUID assignmentOf(UUID call) {
        return calls.placeOf(call).orElseThrow().assignmentId();
    }
}
