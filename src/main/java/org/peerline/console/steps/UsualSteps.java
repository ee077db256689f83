package org.peerline.console.steps;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.DetailsText;
import org.peerline.assignments.ending.ReassignRequest;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.intake.rest.Reassigning;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.outbox.Outbox;
import org.peerline.tasks.Tasks;

/**
 * What coordinators do most often, from whichever page. Runs in the caller's transaction; what is no longer possible is a
 * {@link Conflict}.
 */
@ApplicationScoped
public class UsualSteps {
    private final Requests requests;
    private final Assignments assignments;
    private final DetailsText detailsText;
    private final ReassignRequest reassignRequest;
    private final Outbox outbox;
    private final Tasks tasks;
    private final CurrentActor current;
    private final Audit audit;

    UsualSteps(
            Requests requests,
            Assignments assignments,
            DetailsText detailsText,
            ReassignRequest reassignRequest,
            Outbox outbox,
            Tasks tasks,
            CurrentActor current,
            Audit audit) {
        this.requests = requests;
        this.assignments = assignments;
        this.detailsText = detailsText;
        this.reassignRequest = reassignRequest;
        this.outbox = outbox;
        this.tasks = tasks;
        this.current = current;
        this.audit = audit;
    }

    /** @param idOrReference of a request */
    public SupportRequest request(String idOrReference) {
        return requests.byIdOrReference(idOrReference).orElseThrow(NotFound::new);
    }

    public void sendDetailsAgain(SupportRequest request) {
        SupportRequest locked = requests.locked(request.id());
        detailsText.owe(openAssignment(locked));
        audit.record(current.actor(), "DETAILS_SENT_AGAIN", Subject.of(Subject.Kind.REQUEST, locked.id()), null);
    }

    public void reassign(SupportRequest request, Reassigning why) {
        reassignRequest.reassign(openAssignment(request), why.reason().name(), why.end(), current.actor());
    }

    public void sayAgain(UUID message) {
        if (!outbox.sayAgain(message)) {
            throw new Conflict(new Refusal("message_not_retryable", "The text can no longer be sent again."));
        }
        audit.record(current.actor(), "MESSAGE_RETRIED", Subject.of(Subject.Kind.MESSAGE, message), null);
    }

    public void taskDone(UUID task) {
        tasks.done(task, current.actor()).orElseThrow(NotFound::new);
    }

    private Assignment openAssignment(SupportRequest request) {
        return assignments
                .openOf(request.id())
                .orElseThrow(() ->
                        new Conflict(new Refusal("no_open_assignment", "The request is with nobody at the moment.")));
    }
}
