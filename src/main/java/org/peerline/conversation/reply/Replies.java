package org.peerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.api.input.MobileNumbers;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;

/** Owes the answers of the front desk, always from the number that was texted. */
@ApplicationScoped
public class Replies {
    private final Outbox outbox;
    private final MobileNumbers numbers;

    Replies(Outbox outbox, MobileNumbers numbers) {
        this.outbox = outbox;
        this.numbers = numbers;
    }

    /** The automatic answer to somebody's own text. */
    public void answer(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.ANSWER, text);
    }

    /** News that somebody did not ask for. */
    public void notify(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.NOTICE, text);
    }

    /** A landline may have a text read aloud to whoever is in the room: only mobile numbers are answered. */
    public void answerStranger(InboundSms sms, String text) {
        if (numbers.read(sms.from().e164()).isEmpty()) {
            return;
        }
        answer(sms.to(), Recipient.stranger(sms.from()), text);
    }

    public void answer(PhoneNumber from, Recipient to, String text) {
        outbox.say(OwedText.ours(TextKind.ANSWER, from, to, to.person(), text, OwedText.Concerns.NOTHING));
    }

    private void tell(Conversation conversation, Party party, TextKind kind, String text) {
        outbox.say(OwedText.ours(
                kind,
                conversation.assignment().relayNumber(),
                conversation.recipient(party),
                conversation.requester().id(),
                text,
                conversation.concerns()));
    }
}
