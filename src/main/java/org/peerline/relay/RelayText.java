package org.peerline.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.FirstContact;
import org.peerline.core.Party;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Questions;
import org.peerline.sms.outbox.TextKind;

/**
 * Passes one side's words on to the other: untouched, the sender's name in front, from the relay number. Neither learns
 * the other's number. Runs in the caller's transaction.
 */
@ApplicationScoped
public class RelayText {
    private final Outbox outbox;
    private final Assignments assignments;
    private final FirstContact firstContact;
    private final Questions questions;
    private final TextsPerSender textsPerSender;

    RelayText(
            Outbox outbox,
            Assignments assignments,
            FirstContact firstContact,
            Questions questions,
            TextsPerSender textsPerSender) {
        this.textsPerSender = textsPerSender;
        this.outbox = outbox;
        this.assignments = assignments;
        this.firstContact = firstContact;
        this.questions = questions;
    }

    /**
     * A text to somebody who has opted out is owed like any other and fails visibly, when the dispatcher looks again.
     *
     * @param written what {@code author} wrote; not empty
     */
    public RelayOutcome relay(Conversation conversation, Party author, String written) {
        Assignment assignment = conversation.assignment();
        if (textsPerSender.exhausted(conversation, author)) {
            return RelayOutcome.TOO_MANY;
        }
        boolean first = firstContact.maybeFirst(assignment, author);
        if (first) {
            // Two first texts at once: the second one waits here and then finds that it is not the first.
            firstContact.lock(conversation.request(), assignment);
        }
        if (!assignments.staysOpen(assignment.id())) {
            return RelayOutcome.ENDED;
        }
        first = first && firstContact.note(conversation.request(), assignment, author);
        // They talk again: a plain OK is for the other person now, not for what we asked before.
        questions.forgetYesOrNo(assignment.relayNumber(), conversation.requesterNumber(), conversation.peerNumber());
        owe(conversation, author, written, first);
        return first && author == Party.REQUESTER ? RelayOutcome.INTRODUCED : RelayOutcome.RELAYED;
    }

    private void owe(Conversation conversation, Party author, String written, boolean first) {
        String heading = heading(conversation, author, first);
        String footer = first && author == Party.REQUESTER
                ? conversation.textsFor(Party.PEER).relay().firstFooter()
                : "";
        for (OwedText.Words words : TextSplit.parts(heading, written, footer)) {
            outbox.say(new OwedText(
                    TextKind.RELAYED,
                    conversation.assignment().relayNumber(),
                    conversation.recipient(author.other()),
                    conversation.requester().id(),
                    words,
                    author,
                    conversation.concerns()));
        }
    }

    private static String heading(Conversation conversation, Party author, boolean first) {
        String name = conversation.nameOf(author);
        var texts = conversation.textsFor(author.other()).relay();
        if (author == Party.REQUESTER && first) {
            return texts.firstHeading(conversation.reference(), name, conversation.requesterJobRole());
        }
        return author == Party.REQUESTER && conversation.ambiguousFirstName()
                ? texts.headingWithReference(conversation.reference(), name)
                : texts.heading(name);
    }
}
