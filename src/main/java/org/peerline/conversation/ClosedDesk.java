package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.audit.Actor;
import org.peerline.conversation.calling.CallDesk;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.CrisisDesk;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.peers.Peers;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.PlannedTexts;
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
    private final Requests requests;
    private final Peers peers;
    private final CallDesk callDesk;
    private final CrisisDesk crisisDesk;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;
    private final PlannedTexts planned;

    ClosedDesk(
            RelayNumbers relayNumbers,
            Assignments assignments,
            Conversations conversations,
            Requests requests,
            Peers peers,
            CallDesk callDesk,
            CrisisDesk crisisDesk,
            Helpline helpline,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies,
            PlannedTexts planned) {
        this.relayNumbers = relayNumbers;
        this.assignments = assignments;
        this.conversations = conversations;
        this.requests = requests;
        this.peers = peers;
        this.callDesk = callDesk;
        this.crisisDesk = crisisDesk;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
        this.planned = planned;
    }

    /** A late text gets a kind answer and the way back in, to the handset it came from; the number rests anew. */
    void answerLate(Conversation conversation, Party party, InboundSms sms, String written) {
        relayNumbers.usedLate(conversation.assignment().id());
        if (callDesk.answerLate(conversation, party, written, sms)) {
            return;
        }
        if (party == Party.REQUESTER) {
            // They are awake: what they were to be told in the morning is told now.
            planned.sayNow(conversation.request().id());
        }
        if (crisisDesk.isCrisis(written)) {
            crisis(conversation, party, sms);
        }
        if (loopGuard.mayAnswer(blindIndex.of(sms.from()), "CLOSED")) {
            UUID person = party == Party.PEER
                    ? conversation.peer().id()
                    : conversation.requester().id();
            replies.answer(sms.to(), Recipient.of(party, person, sms.from()), closed(conversation, party));
        }
    }

    /** Nobody else reads it any more, so a coordinator has to know. */
    private void crisis(Conversation conversation, Party party, InboundSms sms) {
        boolean peer = party == Party.PEER;
        UUID person = peer ? conversation.peer().id() : conversation.requester().id();
        crisisDesk.note(
                peer ? Actor.peer(person) : Actor.requester(person),
                Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignment().id()),
                Optional.of(conversation.request().id()));
        if (crisisDesk.mayTell(blindIndex.of(sms.from()))) {
            replies.answerInDanger(
                    sms.to(),
                    Recipient.of(party, person, sms.from()),
                    conversation.textsFor(party).safety().crisis(helpline.number()));
        }
    }

    /** A stranger learns nothing about the programme, and gets the fixed safety text once a day. */
    void answerStranger(InboundSms sms, String sender, String written) {
        String safety = SmsTexts.in(Language.EN).frontDoor().strangerOnRelayNumber();
        // The safety text is what somebody in danger needs, so it comes every time then, however many others wrote.
        if (crisisDesk.isCrisis(written)) {
            // They may be somebody whom we know, on a number that stands for nobody to them.
            crisisDesk.note(requests.openOf(sender), peers.withMobile(sms.from()));
            if (crisisDesk.mayTell(sender)) {
                replies.answerStrangerInDanger(sms, safety);
            }
        } else if (loopGuard.mayAnswerStranger(sender, "STRANGER")) {
            replies.answerStranger(sms, safety);
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
                .orElseGet(() -> conversation.request().status() == RequestStatus.WAITING
                        ? texts.relay().between(helpline.number())
                        : texts.relay().closed(helpline.number()));
    }
}
