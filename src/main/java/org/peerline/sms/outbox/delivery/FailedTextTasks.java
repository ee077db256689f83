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

    /** Whoever waits for one of these asks for another. */
    private static final Set<String> SOON_ASKED_FOR_AGAIN =
            Set.of(TextKind.ANSWER.name(), TextKind.SIGN_IN_CODE.name());

    private final Tasks tasks;

    FailedTextTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    void undeliverable(@Observes SmsUndeliverable failed) {
        String code = failed.errorCode().orElse("");
        if (code.equals(OPTED_OUT_WITH_PROVIDER)) {
            failed.assignment()
                    .ifPresent(assignment -> tasks.raise(
                            TaskKind.OPTED_OUT, Subject.of(Subject.Kind.ASSIGNMENT, assignment), failed.request()));
        } else if (!code.equals(OPTED_OUT_WITH_US) && !SOON_ASKED_FOR_AGAIN.contains(failed.kind())) {
            tasks.raise(TaskKind.TEXT_FAILED, Subject.of(Subject.Kind.MESSAGE, failed.message()), failed.request());
        }
    }
}
