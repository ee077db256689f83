package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.intake.dialogue.IntakeDialogue;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Recipient;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/**
 * Texts of which only the provider's list knew, and of which it had kept no words. Somebody wrote something, and nobody
 * will ever read it: they are asked to say it again, and a coordinator sees it in case they do not.
 */
@ApplicationScoped
class WordlessDesk {
    private final Requests requests;
    private final Requesters requesters;
    private final Peers peers;
    private final IntakeDialogue dialogue;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;
    private final Tasks tasks;
    private final Helpline helpline;

    WordlessDesk(
            Requests requests,
            Requesters requesters,
            Peers peers,
            IntakeDialogue dialogue,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies,
            Tasks tasks,
            Helpline helpline) {
        this.requests = requests;
        this.requesters = requesters;
        this.peers = peers;
        this.dialogue = dialogue;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
        this.tasks = tasks;
        this.helpline = helpline;
    }

    /** By webhook a text without words is one: its words were never there. */
    static boolean isFor(InboundSms sms, String written) {
        return sms.late() && sms.pictures() == 0 && written.isBlank();
    }

    void inConversation(Conversation conversation, Party sender, InboundSms sms) {
        note(conversation);
        if (mayTell(sms)) {
            replies.answer(conversation, sender, sayAgain(conversation.textsFor(sender)));
        }
    }

    /** The conversation is over; what else is to be said then is said by its own desk. */
    void note(Conversation conversation) {
        raise(
                Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignmentId()),
                Optional.of(conversation.request().id()));
    }

    void onService(InboundSms sms, String sender) {
        Optional<SupportRequest> open = requests.openOf(sender);
        Optional<Peer> peer = peers.withMobile(sms.from());
        raise(
                open.map(request -> Subject.of(Subject.Kind.REQUEST, request.id()))
                        .or(() -> peer.map(one -> Subject.of(Subject.Kind.PEER, one.id())))
                        .orElse(Subject.SERVICE),
                open.map(SupportRequest::id));
        if (!mayTell(sms)) {
            return;
        }
        if (open.isPresent()) {
            Requester requester = requesters.findById(open.get().requesterId());
            answer(sms, Party.REQUESTER, requester.id(), requester.texts());
        } else if (peer.isPresent()) {
            answer(sms, Party.PEER, peer.get().id(), SmsTexts.in(Language.EN));
        } else {
            replies.answerStranger(sms, sayAgain(textsFor(sms.from())));
        }
    }

    private SmsTexts textsFor(PhoneNumber stranger) {
        return dialogue.isUnderWay(stranger) ? dialogue.present(stranger).texts() : dialogue.textsFor(stranger);
    }

    private void answer(InboundSms sms, Party party, UUID person, SmsTexts texts) {
        replies.answer(sms.to(), Recipient.of(party, person, sms.from()), sayAgain(texts));
    }

    private void raise(Subject subject, Optional<UUID> request) {
        tasks.raise(TaskKind.TEXT_WITHOUT_WORDS, subject, request);
    }

    private boolean mayTell(InboundSms sms) {
        return loopGuard.mayTell(blindIndex.of(sms.from()), "SAY_AGAIN");
    }

    private String sayAgain(SmsTexts texts) {
        return texts.frontDoor().sayAgain(helpline.number());
    }
}
