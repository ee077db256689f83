package org.peerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.peerline.api.input.MobileNumbers;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Owes the answers of the front desk, always from the number that was texted. */
@ApplicationScoped
public class Replies {
    private final Outbox outbox;
    private final MobileNumbers numbers;
    private final LoopGuard loopGuard;
    private final BlindIndex blindIndex;
    private final Helpline helpline;
    private final Limits limits;
    private final Tasks tasks;

    Replies(
            Outbox outbox,
            MobileNumbers numbers,
            LoopGuard loopGuard,
            BlindIndex blindIndex,
            Helpline helpline,
            Limits limits,
            Tasks tasks) {
        this.outbox = outbox;
        this.numbers = numbers;
        this.loopGuard = loopGuard;
        this.blindIndex = blindIndex;
        this.helpline = helpline;
        this.limits = limits;
        this.tasks = tasks;
    }

    /** The automatic answer to somebody's own text. */
    public void answer(Conversation conversation, Party party, String text) {
        answer(conversation, party, text, null);
    }

    /** The same about a call: whoever then says OK or NO answers that call. */
    public void answer(Conversation conversation, Party party, String text, UUID call) {
        Recipient to = conversation.recipient(party);
        SmsTexts texts = conversation.textsFor(party);
        if (mayAnswer(to, texts, words -> tell(conversation, party, TextKind.ANSWER, words, null))) {
            tell(conversation, party, TextKind.ANSWER, text, call);
        }
    }

    /** To somebody who may be in danger: no limit that others could use up holds it back. */
    public void answerInDanger(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.URGENT, text, null);
    }

    /** The same without a conversation. */
    public void answerInDanger(PhoneNumber from, Recipient to, String text) {
        owe(TextKind.URGENT, from, to, text);
    }

    /** News that somebody did not ask for. */
    public void notify(Conversation conversation, Party party, String text) {
        tell(conversation, party, TextKind.NOTICE, text, null);
    }

    /** A landline may have a text read aloud to whoever is in the room: only mobile numbers are answered. */
    public void answerStranger(InboundSms sms, String text) {
        if (numbers.read(sms.from().e164()).isEmpty()) {
            answerAbroad(sms);
            return;
        }
        if (limits.use(Limit.STRANGER_ANSWERS, "all").isPresent()) {
            tasks.raise(TaskKind.STRANGERS_UNANSWERED, Subject.SERVICE, Optional.empty());
            return;
        }
        answer(sms.to(), Recipient.stranger(sms.from()), text);
    }

    /** A mobile abroad cannot take part; it is told so once a day, and all of them together seldom: it costs the most. */
    public void answerAbroad(InboundSms sms) {
        if (numbers.isAnsweredAbroad(sms.from())
                && loopGuard.mayAnswerStranger(blindIndex.of(sms.from()), LoopGuard.ABROAD)
                && limits.use(Limit.ANSWERS_ABROAD, "all").isEmpty()) {
            answerInDanger(
                    sms.to(),
                    Recipient.stranger(sms.from()),
                    SmsTexts.in(Language.EN).frontDoor().abroad(helpline.number()));
        }
    }

    /** The limit that all strangers share is no reason to leave somebody in danger without an answer. */
    public void answerStrangerInDanger(InboundSms sms, String text) {
        if (numbers.read(sms.from().e164()).isPresent()) {
            answerInDanger(sms.to(), Recipient.stranger(sms.from()), text);
        } else {
            answerAbroad(sms);
        }
    }

    /** Somebody who has been recognised, while they ask again: the text may name their colleague from before. */
    public void answerKnown(InboundSms sms, UUID requester, String text) {
        answer(sms.to(), Recipient.of(Party.REQUESTER, requester, sms.from()), text);
    }

    public void answer(PhoneNumber from, Recipient to, String text) {
        if (mayAnswer(to, SmsTexts.in(Language.EN), words -> owe(TextKind.ANSWER, from, to, words))) {
            owe(TextKind.ANSWER, from, to, text);
        }
    }

    /** Over the day's limit of a number it is told so once, kindly, and a coordinator sees it. */
    private boolean mayAnswer(Recipient to, SmsTexts texts, Consumer<String> say) {
        String number = blindIndex.of(to.number());
        if (limits.use(Limit.ANSWERS_PER_NUMBER, number).isEmpty()) {
            return true;
        }
        tasks.raise(TaskKind.TOO_MANY_ANSWERS, Subject.SERVICE, Optional.empty());
        if (loopGuard.mayAnswerStranger(number, LoopGuard.TOO_MANY_ANSWERS)) {
            say.accept(texts.frontDoor().tooManyAnswers(helpline.number()));
        }
        return false;
    }

    private void owe(TextKind kind, PhoneNumber from, Recipient to, String text) {
        outbox.say(OwedText.ours(kind, from, to, to.person(), text, OwedText.Concerns.NOTHING));
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
