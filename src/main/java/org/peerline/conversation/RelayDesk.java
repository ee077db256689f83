package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.calling.CallDesk;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.command.CommandParser;
import org.peerline.conversation.command.Desk;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.CrisisDesk;
import org.peerline.conversation.safety.SafeguardingDesk;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;

/** Texts to a relay number in an open conversation: a command when the whole text is one, otherwise passed on. */
@ApplicationScoped
class RelayDesk {
    private static final Duration STILL_AN_ANSWER = Duration.ofMinutes(10);

    private final PassingOn passingOn;
    private final EndingDesk endingDesk;
    private final CallDesk callDesk;
    private final StatusDesk statusDesk;
    private final SafeguardingDesk safeguardingDesk;
    private final CrisisDesk crisisDesk;
    private final Helpline helpline;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;
    private final PlannedTexts planned;
    private final Limits limits;
    private final TimeSource time;

    RelayDesk(
            PassingOn passingOn,
            EndingDesk endingDesk,
            CallDesk callDesk,
            StatusDesk statusDesk,
            SafeguardingDesk safeguardingDesk,
            CrisisDesk crisisDesk,
            Helpline helpline,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Replies replies,
            Audit audit,
            Tasks tasks,
            PlannedTexts planned,
            Limits limits,
            TimeSource time) {
        this.passingOn = passingOn;
        this.endingDesk = endingDesk;
        this.callDesk = callDesk;
        this.statusDesk = statusDesk;
        this.safeguardingDesk = safeguardingDesk;
        this.crisisDesk = crisisDesk;
        this.helpline = helpline;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
        this.planned = planned;
        this.limits = limits;
        this.time = time;
    }

    void read(Conversation conversation, Party sender, InboundSms sms, String written) {
        Desk desk = sender == Party.PEER ? Desk.PEER_ON_RELAY : Desk.REQUESTER_ON_RELAY;
        // What was written long ago answers nothing that has been asked since: it is conversation. A cry for help or a
        // wish to part is none, however late it comes.
        Optional<Command> command = CommandParser.parse(written, desk, conversation.languageOf(sender))
                .filter(read -> !isOld(sms)
                        || isForUs(read)
                        || read instanceof Command.ChangePeer
                        || read instanceof Command.EndConversation)
                // Each of these may text the other side too; too many of them are words like any other.
                .filter(read -> isForUs(read)
                        || limits.use(Limit.COMMANDS_PER_NUMBER, blindIndex.of(sms.from()))
                                .isEmpty());
        if (command.isPresent()) {
            loopGuard.understood(blindIndex.of(sms.from()));
        }
        boolean silent = !conversation.hasBeenHeard(Party.REQUESTER);
        if (silent
                && sender == Party.PEER
                && !command.filter(RelayDesk::isForUs).isPresent()) {
            // The requester moves first.
            crisisDesk.notPassedOn(conversation, sender, written);
            if (mayAnswer(sms, "REQUESTER_FIRST")) {
                replies.answer(conversation, sender, statusDesk.firstTextAwaited(conversation));
            }
            return;
        }
        if (silent && sender == Party.REQUESTER) {
            // Told of this number by phone, they are awake before their details have been sent.
            planned.sayNow(conversation.request().id());
        }
        if (silent && command.filter(Command.ProposeCall.class::isInstance).isPresent()) {
            // A requester who begins with a time is introduced by it.
            passingOn.pass(conversation, sender, sms, written);
        }
        boolean done = command.isPresent() && obey(conversation, sender, sms, command.get());
        if (!done) {
            passingOn.pass(conversation, sender, sms, written);
        }
        if (!done
                && CommandParser.yesOrNoAtTheBeginning(written)
                && callDesk.awaitsAnswer(conversation, sender).isPresent()
                && mayAnswer(sms, "DID_YOU_MEAN")) {
            callDesk.didYouMeanToAgree(conversation, sender);
        }
    }

    private boolean isOld(InboundSms sms) {
        return sms.receivedAt().plus(STILL_AN_ANSWER).isBefore(time.now());
    }

    /** A phone that answers by itself must not keep us busy. */
    private boolean mayAnswer(InboundSms sms, String kind) {
        return loopGuard.mayAnswer(blindIndex.of(sms.from()), kind);
    }

    private static boolean isForUs(Command command) {
        return command instanceof Command.ShowGuide
                || command instanceof Command.AskStatus
                || command instanceof Command.WantSafeguarding
                || command instanceof Command.PassRequest
                || command instanceof Command.KnowThisPerson;
    }

    /** False when the command means nothing now, so that the text is conversation. */
    private boolean obey(Conversation conversation, Party sender, InboundSms sms, Command command) {
        if (command instanceof Command.ShowGuide guide) {
            guide(conversation, sender, sms, guide);
            return true;
        }
        if (command instanceof Command.WantSafeguarding) {
            safeguardingDesk.wanted(conversation.peer(), Optional.of(conversation), sms);
            return true;
        }
        if (command instanceof Command.AskStatus) {
            // What is said of a call that waits for their answer makes an OK behind it an answer to that call.
            String status = statusDesk.status(conversation, sender);
            callDesk.awaitsAnswer(conversation, sender)
                    .ifPresentOrElse(
                            call -> replies.answer(conversation, sender, status, call),
                            () -> replies.answer(conversation, sender, status));
            return true;
        }
        return endingDesk.answer(conversation, sender, command) || callDesk.answer(conversation, sender, command, sms);
    }

    private void guide(Conversation conversation, Party sender, InboundSms sms, Command.ShowGuide guide) {
        if (guide.help()) {
            // It may mean more than a question about words: a coordinator sees it.
            helpTexted(conversation, sender);
        }
        if (sms.optOut() != OptOut.HELP) {
            var texts = conversation.textsFor(sender).guide();
            replies.answer(
                    conversation,
                    sender,
                    sender == Party.PEER
                            ? texts.peer(conversation.reference(), conversation.requesterFirstName())
                            : texts.requester(conversation.peerDisplayName(), helpline.number()));
        }
    }

    private void helpTexted(Conversation conversation, Party sender) {
        boolean peer = sender == Party.PEER;
        UUID person = conversation.personId(sender);
        Subject assignment = Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignmentId());
        UUID request = conversation.concerns().request();
        audit.record(peer ? Actor.peer(person) : Actor.requester(person), "HELP_TEXTED", assignment, null);
        // Each side's is a task of its own, and so is a peer's about each of their requesters.
        tasks.raise(
                TaskKind.HELP_ASKED,
                peer ? assignment : Subject.of(Subject.Kind.REQUEST, request),
                Optional.of(request),
                Optional.of(sender));
    }
}
