package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.sms.InboundSms;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Texts to a relay number that reach nobody: the conversation is over, or there never was one. */
@ApplicationScoped
class ClosedDesk {
    private final RelayNumbers relayNumbers;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final Replies replies;

    ClosedDesk(RelayNumbers relayNumbers, Helpline helpline, LoopGuard loopGuard, Replies replies) {
        this.relayNumbers = relayNumbers;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.replies = replies;
    }

    /** A late text gets a kind answer and the way back in; the number begins to rest anew. */
    void answerLate(Conversation conversation, RelayPlace place, String sender) {
        relayNumbers.usedLate(place);
        if (loopGuard.mayAnswer(sender, "CLOSED")) {
            replies.answer(conversation, place.party(), closed(conversation, place.party()));
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
        return party == Party.PEER
                ? texts.peers().closed(conversation.reference())
                : texts.relay().closed(helpline.number());
    }
}
