package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.sms.outbox.TextKind;
import org.peerline.wording.Helpline;

/** The last texts of an assignment, from its relay number. They are owed before the assignment ends. */
@ApplicationScoped
class Farewell {
    private final Outbox outbox;
    private final PlannedTexts planned;
    private final Helpline helpline;
    private final TimeSource time;

    Farewell(Outbox outbox, PlannedTexts planned, Helpline helpline, TimeSource time) {
        this.outbox = outbox;
        this.planned = planned;
        this.helpline = helpline;
        this.time = time;
    }

    void say(Conversation conversation, Party party, String text) {
        say(conversation, party, text, time.now());
    }

    /** The same, told from then on. Nobody is told that somebody leaves of whom they have not heard yet. */
    void say(Conversation conversation, Party party, String text, Instant from) {
        if (party == Party.REQUESTER && isUnknownToTheRequester(conversation)) {
            return;
        }
        outbox.say(
                OwedText.ours(
                        TextKind.NOTICE,
                        conversation.assignment().relayNumber(),
                        conversation.recipient(party),
                        conversation.requester().id(),
                        text,
                        conversation.concerns()),
                from);
    }

    boolean isUnknownToTheRequester(Conversation conversation) {
        return planned.detailsAreYetToCome(conversation.assignmentId());
    }

    /** To a requester whose request goes to somebody else because they asked. */
    String changed(Conversation conversation) {
        return conversation.textsFor(Party.REQUESTER).ending().changed(helpline.number());
    }

    /** To a requester whose request a coordinator gives to somebody else. */
    String reassigned(Conversation conversation) {
        return conversation
                .textsFor(Party.REQUESTER)
                .ending()
                .reassigned(conversation.peerDisplayName(), helpline.number());
    }

    /** To a requester whose peer has handed the request back. */
    String handedBack(Conversation conversation) {
        return conversation
                .textsFor(Party.REQUESTER)
                .ending()
                .handedBack(conversation.peerDisplayName(), helpline.number());
    }

    /** To a requester at the end. */
    String closed(Conversation conversation) {
        return conversation
                .textsFor(Party.REQUESTER)
                .ending()
                .closed(conversation.peerDisplayName(), helpline.number());
    }

    /** To a requester of whom nothing was heard. */
    String noFirstText(Conversation conversation) {
        return conversation.textsFor(Party.REQUESTER).contact().noFirstText(helpline.number());
    }

    /** To a peer, whatever the reason was. */
    String requestClosed(Conversation conversation) {
        return conversation.textsFor(Party.PEER).peers().requestClosed(conversation.reference());
    }
}
