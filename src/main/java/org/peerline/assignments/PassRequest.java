package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.audit.Actor;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;
import org.peerline.wording.Helpline;

/** A peer hands a request back before their first answer, without a reason. Runs in the caller's transaction. */
@ApplicationScoped
public class PassRequest {
    private final Assignments assignments;
    private final ChangeHands changeHands;
    private final Outbox outbox;
    private final Helpline helpline;

    PassRequest(Assignments assignments, ChangeHands changeHands, Outbox outbox, Helpline helpline) {
        this.assignments = assignments;
        this.changeHands = changeHands;
        this.outbox = outbox;
        this.helpline = helpline;
    }

    /** Empty when it was done; the requester has been told, and gets somebody else's details as soon as may be. */
    public Optional<Refusal> pass(Conversation conversation) {
        Assignment assignment = assignments.locked(conversation.assignment().id());
        if (!assignment.isOpen()) {
            return Optional.of(new Refusal("assignment_ended", "This assignment has ended."));
        }
        if (assignment.firstAnswerAt().isPresent()) {
            return Optional.of(
                    new Refusal("already_answered", "You have answered already; DONE ends the conversation."));
        }
        outbox.say(OwedText.ours(
                TextKind.NOTICE,
                assignment.relayNumber(),
                conversation.recipient(Party.REQUESTER),
                conversation.requester().id(),
                conversation
                        .textsFor(Party.REQUESTER)
                        .ending()
                        .handedBack(conversation.peerDisplayName(), helpline.number()),
                conversation.concerns()));
        changeHands.from(
                assignment, EndReason.PASSED, Actor.peer(conversation.peer().id()));
        return Optional.empty();
    }
}
