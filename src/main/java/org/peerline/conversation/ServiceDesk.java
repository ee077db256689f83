package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversations;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.command.CommandParser;
import org.peerline.conversation.command.Desk;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.outbox.Recipient;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Texts to the service number, the front door: it passes nothing on. */
@ApplicationScoped
class ServiceDesk {
    private final Peers peers;
    private final Requests requests;
    private final Requesters requesters;
    private final Assignments assignments;
    private final Conversations conversations;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;

    ServiceDesk(
            Peers peers,
            Requests requests,
            Requesters requesters,
            Assignments assignments,
            Conversations conversations,
            Helpline helpline,
            LoopGuard loopGuard,
            Replies replies,
            Audit audit,
            Tasks tasks) {
        this.peers = peers;
        this.requests = requests;
        this.requesters = requesters;
        this.assignments = assignments;
        this.conversations = conversations;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
    }

    void read(InboundSms sms, String sender, String written) {
        Optional<SupportRequest> open = requests.openOf(sender);
        Optional<Peer> peer = open.isPresent() ? Optional.empty() : peers.withMobile(sms.from());
        Desk desk = peer.isPresent() ? Desk.PEER_ON_SERVICE : Desk.REQUESTER_ON_SERVICE;
        boolean guide = CommandParser.parse(written, desk)
                .filter(Command.ShowGuide.class::isInstance)
                .isPresent();
        if (guide) {
            // It may mean more than a question about words.
            open.ifPresent(this::helpTexted);
        }
        boolean answeredAlready = sms.optOut() == OptOut.HELP;
        if (!answeredAlready && (guide ? loopGuard.mayTell(sender, "GUIDE") : loopGuard.mayAnswer(sender, "SERVICE"))) {
            answer(sms, open, peer, guide);
        }
    }

    private void helpTexted(SupportRequest request) {
        audit.record(
                Actor.requester(request.requesterId()),
                "HELP_TEXTED",
                Subject.of(Subject.Kind.REQUEST, request.id()),
                null);
        tasks.raise(
                TaskKind.HELP_ASKED,
                Subject.of(Subject.Kind.REQUESTER, request.requesterId()),
                Optional.of(request.id()));
    }

    private void answer(InboundSms sms, Optional<SupportRequest> open, Optional<Peer> peer, boolean guide) {
        if (open.isPresent()) {
            answerRequester(sms, open.get(), guide);
        } else if (peer.isPresent()) {
            replies.answer(
                    sms.to(),
                    Recipient.of(Party.PEER, peer.get().id(), sms.from()),
                    SmsTexts.in(Language.EN).guide().peerOnServiceNumber());
        } else {
            replies.answerStranger(
                    sms, SmsTexts.in(Language.EN).frontDoor().strangerOnServiceNumber(helpline.number()));
        }
    }

    private void answerRequester(InboundSms sms, SupportRequest request, boolean guide) {
        Requester requester = requesters.findById(request.requesterId());
        var texts = requester.texts();
        String text = guide
                ? texts.guide().requesterOnServiceNumber(helpline.number())
                : assignments
                        .openOf(request.id())
                        .map(assignment -> texts.guide()
                                .notUnderstoodFromRequester(
                                        conversations.of(assignment.id()).peerDisplayName(), helpline.number()))
                        .orElseGet(() -> texts.status().waiting(helpline.number()));
        replies.answer(sms.to(), Recipient.of(Party.REQUESTER, requester.id(), sms.from()), text);
    }
}
