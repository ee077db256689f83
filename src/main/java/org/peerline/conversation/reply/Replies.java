package org.peerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.api.input.MobileNumbers;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** Owes the answers of the front desk, always from the number that was texted. */
@ApplicationScoped
public class Replies {
    private final Outbox outbox;
    private final MobileNumbers numbers;
    private final Limits limits;
    private final Tasks tasks;

    Replies(Outbox outbox, MobileNumbers numbers, Limits limits, Tasks tasks) {
        this.limits = limits;
        this.tasks = tasks;
        this.outbox = outbox;
        this.numbers = numbers;
    }

    /** The automatic answer to somebody's own text. */
    public void answer(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.ANSWER, text, null);
    }

    /** The same about a call: whoever then says OK or NO answers that call. */
    public void answer(Conversation conversation, Party party, String text, UUID call) {
        tell(conversation, party, TextKind.ANSWER, text, call);
    }

    /** News that somebody did not ask for. */
    public void notify(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.NOTICE, text, null);
    }

    /** A landline may have a text read aloud to whoever is in the room: only mobile numbers are answered. */
    public void answerStranger(InboundSms sms, String text) {
        if (numbers.read(sms.from().e164()).isEmpty()) {
            return;
        }
        if (limits.use(Limit.STRANGER_ANSWERS, "all").isPresent()) {
            tasks.raise(TaskKind.STRANGERS_UNANSWERED, Subject.SERVICE, Optional.empty());
            return;
        }
        answer(sms.to(), Recipient.stranger(sms.from()), text);
    }

    /** The limit that all strangers share is no reason to leave somebody in danger without an answer. */
    public void answerStrangerInDanger(InboundSms sms, String text) {
        if (numbers.read(sms.from().e164()).isPresent()) {
            answer(sms.to(), Recipient.stranger(sms.from()), text);
        }
    }

    /** Somebody who has been recognised, while they ask again: the text may name their colleague from before. */
    public void answerKnown(InboundSms sms, UUID requester, String text) {
        answer(sms.to(), Recipient.of(Party.REQUESTER, requester, sms.from()), text);
    }

    public void answer(PhoneNumber from, Recipient to, String text) {
        outbox.say(OwedText.ours(TextKind.ANSWER, from, to, to.person(), text, OwedText.Concerns.NOTHING));
    }

    private void tell(Conversation conversation, Party party, TextKind kind, String text, UUID call) {
        outbox.say(OwedText.ours(
                kind,
                conversation.assignment().relayNumber(),
                conversation.recipient(party),
                conversation.requester().id(),
                text,
                new OwedText.Concerns(
                        conversation.request().id(), conversation.assignment().id(), call)));
    }
}
