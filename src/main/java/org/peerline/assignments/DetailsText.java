package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.sms.outbox.TextKind;

/** Tells the requester, from the relay number, who their colleague is. Replying to it is the first text. */
@ApplicationScoped
public class DetailsText {
    private final Conversations conversations;
    private final Outbox outbox;
    private final PlannedTexts planned;
    private final TimeSource time;

    DetailsText(Conversations conversations, Outbox outbox, PlannedTexts planned, TimeSource time) {
        this.conversations = conversations;
        this.outbox = outbox;
        this.planned = planned;
        this.time = time;
    }

    /** Owes the text in the caller's transaction, to be sent from {@code due} on. */
    void owe(Assignment assignment, Instant due) {
        Conversation conversation = conversations.of(assignment.id());
        String text = conversation
                .textsFor(Party.REQUESTER)
                .introduction()
                .details(conversation.peerDisplayName(), conversation.peer().jobRole());
        outbox.say(
                OwedText.ours(
                        TextKind.DETAILS,
                        assignment.relayNumber(),
                        conversation.recipient(Party.REQUESTER),
                        conversation.requester().id(),
                        text,
                        conversation.concerns()),
                due);
    }

    /** Somebody asks for it: what waits for the morning is sent now, what has been sent is sent once more. */
    public void again(Assignment assignment) {
        if (!planned.sayNow(assignment.requestId())) {
            owe(assignment, time.now());
        }
    }
}
