package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.peers.Peers;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.sms.outbox.TextKind;

/** Tells the requester, from the relay number, who their colleague is. Replying to it is the first text. */
@ApplicationScoped
public class DetailsText {
    private final Conversations conversations;
    private final Peers peers;
    private final Outbox outbox;
    private final PlannedTexts planned;
    private final EarlierPeer earlierPeer;
    private final TimeSource time;

    DetailsText(
            Conversations conversations,
            Peers peers,
            Outbox outbox,
            PlannedTexts planned,
            EarlierPeer earlierPeer,
            TimeSource time) {
        this.conversations = conversations;
        this.peers = peers;
        this.outbox = outbox;
        this.planned = planned;
        this.earlierPeer = earlierPeer;
        this.time = time;
    }

    /**
     * Owes the text in the caller's transaction.
     *
     * @param insteadOf the peer whom they asked for and do not get
     * @param due from then on it is sent
     */
    void owe(Assignment assignment, Optional<UUID> insteadOf, Instant due) {
        Conversation conversation = conversations.of(assignment.id());
        var texts = conversation.textsFor(Party.REQUESTER).introduction();
        String name = conversation.peerDisplayName();
        String role = peers.findById(assignment.peerId()).jobRole();
        String text = insteadOf
                .flatMap(earlierPeer::knownAs)
                .map(earlier -> texts.detailsInstead(earlier, name, role))
                .orElseGet(() -> texts.details(name, role));
        outbox.say(
                OwedText.ours(
                        TextKind.DETAILS,
                        assignment.relayNumber(),
                        conversation.recipient(Party.REQUESTER),
                        conversation.personId(Party.REQUESTER),
                        text,
                        conversation.concerns()),
                due);
    }

    /** Somebody asks for it: what waits for the morning is sent now, what has been sent is sent once more. */
    public void again(Assignment assignment) {
        if (!planned.sayNow(assignment.requestId())) {
            owe(assignment, Optional.empty(), time.now());
        }
    }
}
