package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Recipient;

/** CYMRAEG, ENGLISH and NEUTRAL from somebody whose request is open: from then on they are texted in that way. */
@ApplicationScoped
public class WordingDesk {
    private final Requesters requesters;
    private final LoopGuard loopGuard;
    private final Replies replies;

    WordingDesk(Requesters requesters, LoopGuard loopGuard, Replies replies) {
        this.requesters = requesters;
        this.loopGuard = loopGuard;
        this.replies = replies;
    }

    /** False when the command is about something else. */
    public boolean obey(SupportRequest request, Command command, InboundSms sms, String sender) {
        Requester requester = requesters.findById(request.requesterId());
        if (command instanceof Command.ChooseLanguage choice) {
            requester.prefers(choice.language());
        } else if (command instanceof Command.HideSubject) {
            requester.sharesTheirPhone();
        } else {
            return false;
        }
        if (loopGuard.mayTell(sender, "WORDING")) {
            var texts = requester.texts().intake();
            replies.answer(
                    sms.to(),
                    Recipient.of(Party.REQUESTER, requester.id(), sms.from()),
                    command instanceof Command.HideSubject ? texts.neutralChosen() : texts.languageChosen());
        }
        return true;
    }
}
