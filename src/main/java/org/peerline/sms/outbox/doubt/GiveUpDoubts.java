package org.peerline.sms.outbox.doubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.peerline.audit.Audit;
import org.peerline.tasks.TaskDone;
import org.peerline.tasks.TaskKind;

/**
 * A coordinator has dealt with a text in doubt in another way than sending it again: somebody rang, or it does not matter
 * any more. It counts as failed from then on, unless the provider still reports that it went out. Nobody else is told:
 * whoever has dealt with it knows better what to tell them.
 */
@ApplicationScoped
class GiveUpDoubts {
    private final Doubts doubts;
    private final Audit audit;

    GiveUpDoubts(Doubts doubts, Audit audit) {
        this.doubts = doubts;
        this.audit = audit;
    }

    void done(@Observes TaskDone done) {
        if (done.kind() == TaskKind.TEXT_IN_DOUBT
                && doubts.giveUp(done.subject().id())) {
            audit.record(done.by(), "MESSAGE_GIVEN_UP", done.subject(), null);
        }
    }
}
