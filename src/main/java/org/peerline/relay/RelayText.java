package org.peerline.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.RequestStatus;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;

/**
 * Passes one side's words on to the other: untouched, the sender's name in front, from the relay number. Neither learns
 * the other's number. Runs in the caller's transaction.
 */
@ApplicationScoped
public class RelayText {
    private final Outbox outbox;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final EntityManager entities;
    private final Audit audit;
    private final TimeSource time;

    RelayText(
            Outbox outbox,
            OptOuts optOuts,
            BlindIndex blindIndex,
            EntityManager entities,
            Audit audit,
            TimeSource time) {
        this.outbox = outbox;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.entities = entities;
        this.audit = audit;
        this.time = time;
    }

    /** @param written what {@code author} wrote; not empty */
    public RelayOutcome relay(Conversation conversation, Party author, String written) {
        var to = conversation.recipient(author.other());
        if (optOuts.isOptedOut(blindIndex.of(to.number()))) {
            return RelayOutcome.OTHER_SIDE_OPTED_OUT;
        }
        boolean first = noteFirst(conversation, author);
        String heading = heading(conversation, author, first);
        String footer = first && author == Party.REQUESTER
                ? conversation.textsFor(Party.PEER).relay().firstFooter()
                : "";
        for (OwedText.Words words : TextSplit.parts(heading, written, footer)) {
            outbox.say(new OwedText(
                    TextKind.RELAYED,
                    conversation.assignment().relayNumber(),
                    to,
                    conversation.requester().id(),
                    words,
                    author,
                    conversation.concerns()));
        }
        return first && author == Party.REQUESTER ? RelayOutcome.INTRODUCED : RelayOutcome.RELAYED;
    }

    /** The first text of each side moves the request on; later ones change nothing but the thread. */
    private boolean noteFirst(Conversation conversation, Party author) {
        var assignment = conversation.assignment();
        boolean maybeFirst = author == Party.REQUESTER
                ? assignment.firstTextAt().isEmpty()
                : assignment.firstAnswerAt().isEmpty();
        if (!maybeFirst) {
            return false;
        }
        // Two first texts at once: the second one waits here and then finds that it is not the first.
        var request = conversation.request();
        entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
        boolean first = author == Party.REQUESTER
                ? assignment.noteFirstText(time.now())
                : assignment.noteFirstAnswer(time.now());
        if (first && author == Party.REQUESTER && request.status() == RequestStatus.ASSIGNED) {
            request.introduced();
            audit.record(
                    Actor.requester(conversation.requester().id()),
                    "FIRST_TEXT_RELAYED",
                    Subject.of(Subject.Kind.REQUEST, request.id()),
                    null);
        } else if (first && author == Party.PEER && request.status() != RequestStatus.CLOSED) {
            request.talking();
            audit.record(
                    Actor.peer(conversation.peer().id()),
                    "FIRST_ANSWER_RELAYED",
                    Subject.of(Subject.Kind.REQUEST, request.id()),
                    null);
        }
        return first;
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
