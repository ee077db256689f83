package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;
import org.peerline.wording.Helpline;

/** A coordinator gives a request to somebody else; both sides are told no more than that. In the caller's transaction. */
@ApplicationScoped
public class ReassignRequest {
    private final Conversations conversations;
    private final ChangeHands changeHands;
    private final Outbox outbox;
    private final Helpline helpline;
    private final Audit audit;

    ReassignRequest(
            Conversations conversations, ChangeHands changeHands, Outbox outbox, Helpline helpline, Audit audit) {
        this.conversations = conversations;
        this.changeHands = changeHands;
        this.outbox = outbox;
        this.helpline = helpline;
        this.audit = audit;
    }

    /** @param reason a code, for the audit */
    public void reassign(Assignment assignment, String reason, Actor actor) {
        Conversation conversation = conversations.of(assignment.id());
        audit.record(actor, "REASSIGNED", Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()), reason);
        tell(
                conversation,
                Party.PEER,
                conversation.textsFor(Party.PEER).peers().requestClosed(conversation.reference()));
        tell(
                conversation,
                Party.REQUESTER,
                conversation.textsFor(Party.REQUESTER).ending().changed(helpline.number()));
        changeHands.from(assignment, EndReason.REASSIGNED, actor);
    }

    private void tell(Conversation conversation, Party party, String text) {
        outbox.say(OwedText.ours(
                TextKind.NOTICE,
                conversation.assignment().relayNumber(),
                conversation.recipient(party),
                conversation.requester().id(),
                text,
                conversation.concerns()));
    }
}
