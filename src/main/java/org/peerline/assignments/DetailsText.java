package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.core.Party;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;

/** Tells the requester, from the relay number, who their colleague is. Replying to it is the first text. */
@ApplicationScoped
public class DetailsText {
    private final Conversations conversations;
    private final Outbox outbox;

    DetailsText(Conversations conversations, Outbox outbox) {
        this.conversations = conversations;
        this.outbox = outbox;
    }

    /** Owes the text in the caller's transaction; returns the message's id. */
    public UUID owe(Assignment assignment) {
        Conversation conversation = conversations.of(assignment.id());
        String text = conversation
                .textsFor(Party.REQUESTER)
                .introduction()
                .details(conversation.peerDisplayName(), conversation.peer().jobRole());
        return outbox.say(OwedText.ours(
                TextKind.DETAILS,
                assignment.relayNumber(),
                conversation.recipient(Party.REQUESTER),
                conversation.requester().id(),
                text,
                conversation.concerns()));
    }
}
