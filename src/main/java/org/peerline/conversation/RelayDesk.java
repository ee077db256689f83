package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.relay.RelayOutcome;
import org.peerline.relay.RelayText;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.optout.OptOutWords;
import org.peerline.wording.Helpline;

/** Texts to a relay number in an open conversation: a command when the whole text is one, otherwise passed on. */
@ApplicationScoped
class RelayDesk {
    private final RelayText relayText;
    private final OptOutDesk optOutDesk;
    private final EndingDesk endingDesk;
    private final CallDesk callDesk;
    private final StatusDesk statusDesk;
    private final Helpline helpline;
    private final Replies replies;
    private final Audit audit;

    RelayDesk(
            RelayText relayText,
            OptOutDesk optOutDesk,
            EndingDesk endingDesk,
            CallDesk callDesk,
            StatusDesk statusDesk,
            Helpline helpline,
            Replies replies,
            Audit audit) {
        this.relayText = relayText;
        this.optOutDesk = optOutDesk;
        this.endingDesk = endingDesk;
        this.callDesk = callDesk;
        this.statusDesk = statusDesk;
        this.helpline = helpline;
        this.replies = replies;
        this.audit = audit;
    }

    void read(Conversation conversation, Party sender, InboundSms sms, String written) {
        Desk desk = sender == Party.PEER ? Desk.PEER_ON_RELAY : Desk.REQUESTER_ON_RELAY;
        Optional<Command> command = CommandParser.parse(written, desk);
        boolean done = command.isPresent() && obey(conversation, sender, sms, command.get());
        if (!done) {
            relay(conversation, sender, sms, written);
        }
        if (command.isEmpty() && CommandParser.yesOrNoAtTheBeginning(written)) {
            callDesk.didYouMeanToAgree(conversation, sender);
        }
    }

    /** False when the command means nothing now, so that the text is conversation. */
    private boolean obey(Conversation conversation, Party sender, InboundSms sms, Command command) {
        if (command instanceof Command.ShowGuide guide) {
            guide(conversation, sender, sms, guide);
            return true;
        }
        if (command instanceof Command.AskStatus) {
            replies.answer(conversation, sender, statusDesk.status(conversation, sender));
            return true;
        }
        return endingDesk.answer(conversation, sender, command) || callDesk.answer(conversation, sender, command, sms);
    }

    private void guide(Conversation conversation, Party sender, InboundSms sms, Command.ShowGuide guide) {
        if (guide.help()) {
            // It may mean more than a question about words: a coordinator sees it.
            note(conversation, sender, "HELP_TEXTED");
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

    private void relay(Conversation conversation, Party sender, InboundSms sms, String written) {
        if (sms.pictures() > 0) {
            replies.answer(
                    conversation, sender, conversation.textsFor(sender).relay().pictureNotPassedOn());
        }
        if (written.isBlank()) {
            return;
        }
        RelayOutcome outcome = relayText.relay(conversation, sender, written);
        if (outcome == RelayOutcome.OTHER_SIDE_OPTED_OUT) {
            replies.answer(conversation, sender, optOutDesk.otherCannotReceive(conversation, sender));
        }
        if (OptOutWords.mentionsStopping(written)) {
            note(conversation, sender, "STOPPING_MENTIONED");
        }
    }

    private void note(Conversation conversation, Party sender, String what) {
        var actor = sender == Party.PEER
                ? Actor.peer(conversation.peer().id())
                : Actor.requester(conversation.requester().id());
        audit.record(
                actor,
                what,
                Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignment().id()),
                null);
    }
}
