package org.peerline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.AssignPeer;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.UnassignedText;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.Callers;
import org.peerline.requests.Plea;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.SupportRequest.OpenedThrough;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Opens a request for support and assigns a peer, in the caller's transaction. Both doors, the call handler's and the
 * requester's own text, end here. Whoever has a request open from another phone is served all the same, because the other
 * may be lost; a coordinator asks which one to close.
 */
@ApplicationScoped
public class OpenRequest {
    private final Callers callers;
    private final Requests requests;
    private final Requesters requesters;
    private final AssignPeer assignPeer;
    private final UnassignedText unassignedText;
    private final Audit audit;
    private final Tasks tasks;
    private final TimeSource time;

    OpenRequest(
            Callers callers,
            Requests requests,
            Requesters requesters,
            AssignPeer assignPeer,
            UnassignedText unassignedText,
            Audit audit,
            Tasks tasks,
            TimeSource time) {
        this.callers = callers;
        this.requests = requests;
        this.requesters = requesters;
        this.assignPeer = assignPeer;
        this.unassignedText = unassignedText;
        this.audit = audit;
        this.tasks = tasks;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param assignment empty when the request waits */
        record Opened(SupportRequest request, Requester requester, Optional<Assignment> assignment)
                implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome open(RequesterProfile profile, Plea plea, OpenedThrough door, Actor actor) {
        Callers.Caller caller = callers.alone(profile);
        if (caller.open().isPresent()) {
            return new Outcome.Refused(new Refusal(
                    "request_already_open",
                    "A request for this contact number is open already: "
                            + caller.open().get() + "."));
        }
        Requester requester = requesters.admit(profile, caller.before());
        SupportRequest request = requests.prepare(requester, plea, caller.reference(), door);
        audit.record(actor, "REQUEST_OPENED", Subject.of(Subject.Kind.REQUEST, request.id()), door.name());
        Optional<Assignment> assignment =
                assignPeer.assign(request, requester, actor, new AssignPeer.Call(null, false, time.now()));
        if (assignment.isEmpty()) {
            requests.persistAndFlush(request);
            unassignedText.waiting(request, requester, time.now());
        }
        if (caller.openElsewhere()) {
            Subject second = Subject.of(Subject.Kind.REQUEST, request.id());
            tasks.raise(TaskKind.ASKED_TWICE, second, Optional.of(request.id()));
        }
        return new Outcome.Opened(request, requester, assignment);
    }
}
