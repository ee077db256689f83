package org.peerline.conversation.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** HELPME from a peer: the safeguarding lead on call gets a text at any hour, and the coordinator a task. */
@ApplicationScoped
public class SafeguardingDesk {
    private final OnCall onCall;
    private final Peers peers;
    private final Outbox outbox;
    private final OurNumbers ourNumbers;
    private final LoopGuard loopGuard;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final Helpline helpline;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;

    SafeguardingDesk(
            OnCall onCall,
            Peers peers,
            Outbox outbox,
            OurNumbers ourNumbers,
            LoopGuard loopGuard,
            OptOuts optOuts,
            BlindIndex blindIndex,
            Helpline helpline,
            Replies replies,
            Audit audit,
            Tasks tasks) {
        this.onCall = onCall;
        this.peers = peers;
        this.outbox = outbox;
        this.ourNumbers = ourNumbers;
        this.loopGuard = loopGuard;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.helpline = helpline;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
    }

    /** @param conversation the one in which the peer texted; empty when it was the service number */
    public void wanted(Peer peer, Optional<Conversation> conversation, InboundSms sms) {
        var request = conversation.map(Conversation::request);
        Subject subject = Subject.of(Subject.Kind.PEER, peer.id());
        audit.record(
                Actor.peer(peer.id()),
                "SAFEGUARDING_WANTED",
                subject,
                request.map(about -> about.reference().text()).orElse(null));
        // One about another requester is another task, or nobody would see about whom.
        tasks.raise(
                TaskKind.SAFEGUARDING_WANTED,
                conversation
                        .map(about -> Subject.of(Subject.Kind.ASSIGNMENT, about.assignmentId()))
                        .orElse(subject),
                request.map(about -> about.id()),
                Optional.of(Party.PEER));
        if (!loopGuard.mayTell(blindIndex.of(sms.from()), "HELPME")) {
            return;
        }
        // Whoever has opted out receives nothing: that is nobody on call.
        Optional<PhoneNumber> lead = onCall.number().filter(number -> !optOuts.isOptedOut(blindIndex.of(number)));
        lead.ifPresent(number -> {
            var texts = SmsTexts.in(Language.EN).safety();
            String name = peers.displayName(peer);
            outbox.say(OwedText.ours(
                    TextKind.URGENT,
                    ourNumbers.serviceNumber(),
                    Recipient.stranger(number),
                    peer.id(),
                    request.map(about -> texts.page(about.reference(), name))
                            .orElseGet(() -> texts.pageWithoutRequest(name)),
                    new OwedText.Concerns(request.map(about -> about.id()).orElse(null), null, null)));
        });
        var texts = SmsTexts.in(Language.EN).safety();
        replies.answerInDanger(
                sms.to(),
                Recipient.of(Party.PEER, peer.id(), sms.from()),
                lead.isPresent() ? texts.helpMePaged(helpline.number()) : texts.helpMeNobodyOnCall(helpline.number()));
    }
}
