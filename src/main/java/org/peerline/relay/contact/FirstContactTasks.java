package org.peerline.relay.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.AssignmentEnded;
import org.peerline.assignments.Assignments;
import org.peerline.core.Subject;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** What a coordinator has to look at before both have been heard; settled with the first words, or here when it ends. */
@ApplicationScoped
class FirstContactTasks {
    private final Assignments assignments;
    private final Tasks tasks;

    FirstContactTasks(Assignments assignments, Tasks tasks) {
        this.assignments = assignments;
        this.tasks = tasks;
    }

    /** Without the details the requester waits for us, and does not know it. */
    void undeliverable(@Observes SmsUndeliverable failed) {
        if (failed.kind().equals(TextKind.DETAILS.name())) {
            failed.assignment()
                    .map(assignments::findById)
                    .filter(assignment ->
                            assignment.isOpen() && assignment.firstTextAt().isEmpty())
                    .ifPresent(assignment -> tasks.raise(
                            TaskKind.DETAILS_NOT_DELIVERED, request(assignment), Optional.of(assignment.requestId())));
        }
    }

    void ended(@Observes AssignmentEnded ended) {
        Assignment assignment = assignments.findById(ended.assignment());
        tasks.settle(TaskKind.DETAILS_NOT_DELIVERED, request(assignment));
        tasks.settle(TaskKind.PEER_DOES_NOT_ANSWER, request(assignment));
    }

    private static Subject request(Assignment assignment) {
        return Subject.of(Subject.Kind.REQUEST, assignment.requestId());
    }
}
