package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.SupportRequest;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** Notes the first words of each side, which move the request on. Runs in the caller's transaction. */
@ApplicationScoped
public class FirstContact {
    private final EntityManager entities;
    private final Tasks tasks;
    private final Audit audit;
    private final TimeSource time;

    FirstContact(EntityManager entities, Tasks tasks, Audit audit, TimeSource time) {
        this.entities = entities;
        this.tasks = tasks;
        this.audit = audit;
        this.time = time;
    }

    /** Whether the side has not been heard yet, as far as was seen without a lock. */
    public boolean maybeFirst(Assignment assignment, Party party) {
        return (party == Party.REQUESTER ? assignment.firstTextAt() : assignment.firstAnswerAt()).isEmpty();
    }

    /** Locks both, request first, and reads them anew; then {@link #note} decides on what is true. */
    public void lock(SupportRequest request, Assignment assignment) {
        // What this transaction has noted already must survive being read anew.
        entities.flush();
        entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
    }

    /** True when these were the side's first words. The caller has locked both, and the assignment is open. */
    public boolean note(SupportRequest request, Assignment assignment, Party party) {
        if (party == Party.REQUESTER) {
            boolean first = heard(request, assignment, Actor.requester(assignment.requesterId()), "FIRST_TEXT_RELAYED");
            settle(first, TaskKind.DETAILS_NOT_DELIVERED, request);
            return first;
        }
        boolean first = assignment.noteFirstAnswer(time.now());
        settle(first, TaskKind.PEER_DOES_NOT_ANSWER, request);
        if (first && request.status() != RequestStatus.CLOSED && request.status() != RequestStatus.TALKING) {
            request.talking();
            record(Actor.peer(assignment.peerId()), "FIRST_ANSWER_RELAYED", request);
        }
        return first;
    }

    /**
     * The same for a requester for whom somebody speaks who has them on the phone. That says nothing about whether our
     * texts reach them.
     */
    public void noteByPhone(SupportRequest request, Assignment assignment, Actor speaker) {
        heard(request, assignment, speaker, "FIRST_WORD_BY_PHONE");
    }

    private boolean heard(SupportRequest request, Assignment assignment, Actor actor, String action) {
        boolean first = assignment.noteFirstText(time.now());
        if (first && request.status() == RequestStatus.ASSIGNED) {
            request.introduced();
            record(actor, action, request);
        }
        return first;
    }

    /** Nobody need look any more, whichever way the words came. */
    private void settle(boolean first, TaskKind kind, SupportRequest request) {
        if (first) {
            tasks.settle(kind, Subject.of(Subject.Kind.REQUEST, request.id()));
        }
    }

    private void record(Actor actor, String action, SupportRequest request) {
        audit.record(actor, action, Subject.of(Subject.Kind.REQUEST, request.id()), null);
    }
}
