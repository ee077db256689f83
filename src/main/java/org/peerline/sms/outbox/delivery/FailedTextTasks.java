package org.peerline.sms.outbox.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.peerline.core.Subject;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** Puts texts that will not arrive in front of a coordinator, in the transaction that records the failure. */
@ApplicationScoped
class FailedTextTasks {
    /** Somebody who has opted out is one task already, not one for each text. */
    private static final String OPTED_OUT_WITH_US = "opted_out";

    private static final String OPTED_OUT_WITH_PROVIDER = "21610";

    /** Whoever waits for one of the first two asks for another; the details have a task of their own. */
    private static final Set<String> NO_TASK_OF_THIS_KIND =
            Set.of(TextKind.ANSWER.name(), TextKind.SIGN_IN_CODE.name(), TextKind.DETAILS.name());

    private final Tasks tasks;

    FailedTextTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    void undeliverable(@Observes SmsUndeliverable failed) {
        String code = failed.errorCode().orElse("");
        if (code.equals(OPTED_OUT_WITH_PROVIDER)) {
            failed.assignment()
                    .ifPresent(assignment -> tasks.raise(
                            TaskKind.OPTED_OUT,
                            Subject.of(Subject.Kind.ASSIGNMENT, assignment),
                            failed.request(),
                            failed.to()));
        } else if (!code.equals(OPTED_OUT_WITH_US) && !NO_TASK_OF_THIS_KIND.contains(failed.kind())) {
            tasks.raise(TaskKind.TEXT_FAILED, Subject.of(Subject.Kind.MESSAGE, failed.message()), failed.request());
        }
    }
}
