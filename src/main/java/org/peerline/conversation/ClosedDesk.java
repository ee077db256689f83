package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Recipient;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Texts to a relay number that reach nobody: the conversation is over, or there never was one. */
@ApplicationScoped
class ClosedDesk {
    private final RelayNumbers relayNumbers;
    private final Assignments assignments;
    private final Conversations conversations;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;

    ClosedDesk(
            RelayNumbers relayNumbers,
            Assignments assignments,
            Conversations conversations,
            Helpline helpline,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies) {
        this.relayNumbers = relayNumbers;
        this.assignments = assignments;
        this.conversations = conversations;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
    }

    /** A late text gets a kind answer and the way back in, to the handset it came from; the number rests anew. */
    void answerLate(Conversation conversation, Party party, InboundSms sms) {
        relayNumbers.usedLate(conversation.assignment().id());
        if (loopGuard.mayAnswer(blindIndex.of(sms.from()), "CLOSED")) {
            UUID person = party == Party.PEER
                    ? conversation.peer().id()
                    : conversation.requester().id();
            replies.answer(sms.to(), Recipient.of(party, person, sms.from()), closed(conversation, party));
        }
    }

    /** A stranger learns nothing about the programme, and gets the fixed safety text once a day. */
    void answerStranger(InboundSms sms, String sender) {
        if (loopGuard.mayAnswerStranger(sender, "STRANGER")) {
            replies.answerStranger(sms, SmsTexts.in(Language.EN).frontDoor().strangerOnRelayNumber());
        }
    }

    private String closed(Conversation conversation, Party party) {
        var texts = conversation.textsFor(party);
        if (party == Party.PEER) {
            return texts.peers().closed(conversation.reference());
        }
        return assignments
                .openOf(conversation.request().id())
                .map(present ->
                        texts.relay().movedOn(conversations.of(present.id()).peerDisplayName(), helpline.number()))
                .orElseGet(() -> texts.relay().closed(helpline.number()));
    }
}
