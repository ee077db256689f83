package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.UnassignedText;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.command.CommandParser;
import org.peerline.conversation.command.Desk;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.CrisisDesk;
import org.peerline.conversation.safety.OnCall;
import org.peerline.conversation.service.IntakeDesk;
import org.peerline.conversation.service.PeerDesk;
import org.peerline.conversation.service.WordingDesk;
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
import org.peerline.sms.optout.OptOutWords;
import org.peerline.sms.outbox.PlannedTexts;
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
    private final UnassignedText unassignedText;
    private final IntakeDesk intakeDesk;
    private final PeerDesk peerDesk;
    private final WordingDesk wordingDesk;
    private final CrisisDesk crisisDesk;
    private final OnCall onCall;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;
    private final PlannedTexts planned;

    ServiceDesk(
            Peers peers,
            Requests requests,
            Requesters requesters,
            Assignments assignments,
            Conversations conversations,
            UnassignedText unassignedText,
            IntakeDesk intakeDesk,
            PeerDesk peerDesk,
            WordingDesk wordingDesk,
            CrisisDesk crisisDesk,
            OnCall onCall,
            Helpline helpline,
            LoopGuard loopGuard,
            Replies replies,
            Audit audit,
            Tasks tasks,
            PlannedTexts planned) {
        this.peers = peers;
        this.requests = requests;
        this.requesters = requesters;
        this.assignments = assignments;
        this.conversations = conversations;
        this.unassignedText = unassignedText;
        this.intakeDesk = intakeDesk;
        this.peerDesk = peerDesk;
        this.wordingDesk = wordingDesk;
        this.crisisDesk = crisisDesk;
        this.onCall = onCall;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
        this.planned = planned;
    }

    void read(InboundSms sms, String sender, String written) {
        boolean asking = intakeDesk.isUnderWay(sms);
        Optional<Peer> peer = peers.withMobile(sms.from());
        Optional<Command> asPeer =
                peer.isPresent() ? CommandParser.parse(written, Desk.PEER_ON_SERVICE) : Optional.empty();
        if (asPeer.isPresent() && peerDesk.obey(peer.get(), asPeer.get(), sms)) {
            return;
        }
        Optional<Command> asRequester = CommandParser.parse(written, Desk.REQUESTER_ON_SERVICE);
        Optional<SupportRequest> open = requests.openOf(sender);
        if (asking && open.isPresent()) {
            // They have rung the phone line meanwhile: nothing is left to ask.
            intakeDesk.forget(sms);
        } else if (asking) {
            intakeDesk.hear(sms, sender, written, asRequester);
            return;
        }
        if (open.isPresent()
                && asRequester.isPresent()
                && wordingDesk.obey(open.get(), asRequester.get(), sms, sender)) {
            return;
        }
        // Whoever texts is awake: what they were to be told in the morning is told now.
        open.ifPresent(request -> planned.sayNow(request.id()));
        boolean guide = asRequester.filter(Command.ShowGuide.class::isInstance).isPresent();
        boolean peersOwn = peer.isPresent()
                && asRequester.filter(Command.AskForPeer.class::isInstance).isEmpty();
        boolean onDuty = peer.isEmpty() && onCall.is(sms.from());
        // Somebody who has left, or has their number now: no request begins with such a word, and nothing is said of
        // whose
        // the number was.
        boolean peersWord = peer.isEmpty()
                && CommandParser.parse(written, Desk.PEER_ON_SERVICE).isPresent();
        if (open.isPresent() || peersOwn || onDuty || guide || peersWord && asRequester.isEmpty()) {
            answer(sms, sender, written, open, peer, guide, asRequester);
        } else {
            intakeDesk.begin(sms, sender, written, asRequester);
        }
    }

    private void answer(
            InboundSms sms,
            String sender,
            String written,
            Optional<SupportRequest> open,
            Optional<Peer> peer,
            boolean guide,
            Optional<Command> command) {
        if (command.filter(ServiceDesk::saysHelp).isPresent()) {
            // It may mean more than a question about words.
            open.ifPresentOrElse(this::helpTexted, () -> peer.ifPresent(this::helpTexted));
        }
        if (crisisDesk.isCrisis(written)
                || CommandParser.parse(written, Desk.PEER_ON_SERVICE)
                        .filter(Command.WantSafeguarding.class::isInstance)
                        .isPresent()) {
            crisis(sms, sender, open, peer);
        }
        if (open.isPresent() && OptOutWords.mentionsStopping(written)) {
            tasks.raise(
                    TaskKind.STOPPING_MENTIONED,
                    Subject.of(Subject.Kind.REQUEST, open.get().id()),
                    open.map(SupportRequest::id));
        }
        boolean answeredAlready = sms.optOut() == OptOut.HELP;
        if (!answeredAlready && (guide ? loopGuard.mayTell(sender, "GUIDE") : loopGuard.mayAnswer(sender, "SERVICE"))) {
            answer(sms, written, open, peer, guide);
        }
    }

    private static boolean saysHelp(Command command) {
        return command instanceof Command.ShowGuide guide && guide.help();
    }

    private void helpTexted(SupportRequest request) {
        Subject subject = Subject.of(Subject.Kind.REQUEST, request.id());
        audit.record(Actor.requester(request.requesterId()), "HELP_TEXTED", subject, null);
        tasks.raise(TaskKind.HELP_ASKED, subject, Optional.of(request.id()));
    }

    private void helpTexted(Peer peer) {
        Subject subject = Subject.of(Subject.Kind.PEER, peer.id());
        audit.record(Actor.peer(peer.id()), "HELP_TEXTED", subject, null);
        tasks.raise(TaskKind.HELP_ASKED, subject, Optional.empty());
    }

    private void crisis(InboundSms sms, String sender, Optional<SupportRequest> open, Optional<Peer> peer) {
        crisisDesk.note(open, peer);
        if (!crisisDesk.mayTell(sender)) {
            return;
        }
        if (open.isPresent()) {
            Requester requester = requesters.findById(open.get().requesterId());
            replies.answerInDanger(
                    sms.to(),
                    Recipient.of(Party.REQUESTER, requester.id(), sms.from()),
                    requester.texts().safety().crisis(helpline.number()));
        } else if (peer.isPresent()) {
            replies.answerInDanger(
                    sms.to(),
                    Recipient.of(Party.PEER, peer.get().id(), sms.from()),
                    SmsTexts.in(Language.EN).safety().crisis(helpline.number()));
        } else {
            replies.answerStrangerInDanger(
                    sms, SmsTexts.in(Language.EN).safety().crisis(helpline.number()));
        }
    }

    private void answer(
            InboundSms sms, String written, Optional<SupportRequest> open, Optional<Peer> peer, boolean guide) {
        if (open.isPresent()) {
            answerRequester(sms, written, open.get(), guide);
        } else if (peer.isPresent()) {
            replies.answer(
                    sms.to(),
                    Recipient.of(Party.PEER, peer.get().id(), sms.from()),
                    SmsTexts.in(Language.EN).guide().peerOnServiceNumber());
        } else {
            replies.answerStranger(
                    sms,
                    onCall.is(sms.from())
                            ? SmsTexts.in(Language.EN).safety().onCallReply()
                            : SmsTexts.in(Language.EN).frontDoor().strangerOnServiceNumber(helpline.number()));
        }
    }

    private void answerRequester(InboundSms sms, String written, SupportRequest request, boolean guide) {
        Requester requester = requesters.findById(request.requesterId());
        replies.answer(
                sms.to(),
                Recipient.of(Party.REQUESTER, requester.id(), sms.from()),
                toRequester(requester.texts(), written, request, guide));
    }

    private String toRequester(SmsTexts texts, String written, SupportRequest request, boolean guide) {
        String line = helpline.number();
        if (OptOutWords.mentionsStopping(written)) {
            return texts.status().stopping(line);
        }
        Optional<String> colleague = assignments
                .openOf(request.id())
                .map(assignment -> conversations.of(assignment.id()).peerDisplayName());
        if (guide) {
            return colleague
                    .map(name -> texts.guide().requesterWithColleague(name, line))
                    .orElseGet(() -> texts.guide().requesterOnServiceNumber(line));
        }
        return colleague
                .map(name -> texts.guide().notUnderstoodFromRequester(name, line))
                .orElseGet(() -> unassignedText.asItStands(request, texts));
    }
}
