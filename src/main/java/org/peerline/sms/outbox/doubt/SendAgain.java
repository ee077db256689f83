package org.peerline.sms.outbox.doubt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.sms.outbox.Outbox;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Somebody decides that a text which failed or is in doubt goes out again. One in doubt is looked up with the provider
 * first, then and there: what stands on its records is not sent a second time, and otherwise whoever decided is told that
 * the text may arrive twice.
 */
@ApplicationScoped
public class SendAgain {
    private final Doubts doubts;
    private final ProviderLook look;
    private final Outbox outbox;
    private final Tasks tasks;
    private final Audit audit;

    SendAgain(Doubts doubts, ProviderLook look, Outbox outbox, Tasks tasks, Audit audit) {
        this.doubts = doubts;
        this.look = look;
        this.outbox = outbox;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** What came of it. */
    public enum Outcome {
        /** It certainly had not arrived, and is owed again. */
        OWED,
        /** It is owed again, and nobody knows whether it has arrived before. */
        OWED_PERHAPS_TWICE,
        /** It had gone out after all, and is followed like any other; nothing is sent. */
        HAD_GONE_OUT,
        /** It is neither failed nor in doubt, cannot be read any more, or was between two who have been parted. */
        NOT_POSSIBLE
    }

    /** Outside any transaction, because the provider may be asked. */
    public Outcome sendAgain(UUID message, Actor by) {
        Optional<Doubt> doubt = QuarkusTransaction.requiringNew().call(() -> doubts.of(message));
        if (doubt.isPresent() && hadGoneOut(doubt.get())) {
            return Outcome.HAD_GONE_OUT;
        }
        return QuarkusTransaction.requiringNew().call(() -> owe(message, doubt.isPresent(), by));
    }

    private boolean hadGoneOut(Doubt doubt) {
        try {
            var taken = look.ask(doubt);
            return QuarkusTransaction.requiringNew().call(() -> doubts.stands(doubt) && look.follow(doubt, taken));
        } catch (ProviderRecords.Unavailable nobodyCanSay) {
            return false;
        }
    }

    private Outcome owe(UUID message, boolean inDoubt, Actor by) {
        if (!outbox.sayAgain(message)) {
            return Outcome.NOT_POSSIBLE;
        }
        var text = Subject.of(Subject.Kind.MESSAGE, message);
        tasks.settle(TaskKind.TEXT_FAILED, text);
        tasks.settle(TaskKind.TEXT_IN_DOUBT, text);
        audit.record(by, inDoubt ? "MESSAGE_RETRIED_IN_DOUBT" : "MESSAGE_RETRIED", text, null);
        return inDoubt ? Outcome.OWED_PERHAPS_TWICE : Outcome.OWED;
    }
}
