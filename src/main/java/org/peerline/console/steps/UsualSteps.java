package org.peerline.console.steps;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.DetailsText;
import org.peerline.assignments.ending.ReassignRequest;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.intake.rest.Reassigning;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.outbox.doubt.SendAgain;
import org.peerline.tasks.Tasks;

/**
 * What coordinators do most often, from whichever page. Runs in the caller's transaction unless it says otherwise; what
 * is no longer possible is a {@link Conflict}, and what was done too often a {@link TryLater}.
 */
@ApplicationScoped
public class UsualSteps {
    private final Requests requests;
    private final Assignments assignments;
    private final DetailsText detailsText;
    private final ReassignRequest reassignRequest;
    private final SendAgain sendAgain;
    private final Limits limits;
    private final Tasks tasks;
    private final CurrentActor current;
    private final Audit audit;

    UsualSteps(
            Requests requests,
            Assignments assignments,
            DetailsText detailsText,
            ReassignRequest reassignRequest,
            SendAgain sendAgain,
            Limits limits,
            Tasks tasks,
            CurrentActor current,
            Audit audit) {
        this.requests = requests;
        this.assignments = assignments;
        this.detailsText = detailsText;
        this.reassignRequest = reassignRequest;
        this.sendAgain = sendAgain;
        this.limits = limits;
        this.tasks = tasks;
        this.current = current;
        this.audit = audit;
    }

    /** One of the texts that a credential may cause in an hour; in a transaction of its own, so that a refusal counts. */
    public void countText() {
        limits.use(Limit.TEXTS_PER_KEY, current.caller().name()).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
    }

    /** @param idOrReference of a request */
    public SupportRequest request(String idOrReference) {
        return requests.byIdOrReference(idOrReference).orElseThrow(NotFound::new);
    }

    public void sendDetailsAgain(SupportRequest request) {
        SupportRequest locked = requests.locked(request.id());
        Assignment assignment = openAssignment(locked);
        limits.use(Limit.DETAILS_PER_REQUEST, locked.id().toString()).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
        detailsText.again(assignment);
        audit.record(current.actor(), "DETAILS_SENT_AGAIN", Subject.of(Subject.Kind.REQUEST, locked.id()), null);
    }

    public void reassign(SupportRequest request, Reassigning why) {
        reassignRequest.reassign(openAssignment(request), why.reason().name(), why.end(), current.actor());
    }

    /** What came of a text that somebody wanted sent again. */
    public enum Again {
        UNDER_WAY,
        /** The provider has it after all, and nothing is sent. */
        HAD_GONE_OUT
    }

    /** Outside any transaction, because the provider may be asked. */
    public Again sayAgain(UUID message) {
        return switch (sendAgain.sendAgain(message, current.actor())) {
            case OWED, OWED_PERHAPS_TWICE -> Again.UNDER_WAY;
            case HAD_GONE_OUT -> Again.HAD_GONE_OUT;
            case NOT_POSSIBLE ->
                throw new Conflict(new Refusal("message_not_retryable", "The text can no longer be sent again."));
        };
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
