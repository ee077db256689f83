package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.news.CallSentences;
import org.peerline.calls.news.ReadersClock;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.relay.contact.FirstContactOutlook;
import org.peerline.relay.contact.FirstContactOutlook.Outlook;
import org.peerline.sms.optout.OptOuts;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.wording.desk.StatusTexts;

/** The answer to STATUS: whether the last text arrived, and whose move it is. */
@ApplicationScoped
class StatusDesk {
    private final Messages messages;
    private final Calls calls;
    private final FirstContactOutlook firstContact;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final TimeSource time;

    StatusDesk(
            Messages messages,
            Calls calls,
            FirstContactOutlook firstContact,
            OptOuts optOuts,
            BlindIndex blindIndex,
            TimeSource time) {
        this.messages = messages;
        this.calls = calls;
        this.firstContact = firstContact;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.time = time;
    }

    String status(Conversation conversation, Party sender) {
        StatusTexts texts = conversation.textsFor(sender).status();
        String other = conversation.nameOf(sender.other());
        String last = messages.lastBy(sender, conversation.assignment().id())
                .map(message -> lastText(texts, message, other))
                .orElseGet(() -> texts.nothingSent(other));
        return texts.of(last, next(conversation, sender, texts, other));
    }

    private static String lastText(StatusTexts texts, MessageView message, String other) {
        return switch (message.status()) {
            case "DELIVERED" -> texts.delivered(other);
            case "FAILED", "CANCELLED" -> texts.failed(other);
            case "UNKNOWN" -> texts.inDoubt(other);
            default -> texts.onItsWay(other);
        };
    }

    private String next(Conversation conversation, Party sender, StatusTexts texts, String other) {
        if (optOuts.isOptedOut(
                blindIndex.of(conversation.recipient(sender.other()).number()))) {
            return texts.noTextsNow(other);
        }
        var outlook = firstContact.of(conversation.assignment());
        if (outlook instanceof Outlook.FirstText silent) {
            return firstText(conversation, sender, texts, silent);
        }
        var negotiation = calls.negotiation(conversation.assignment().id(), time.now());
        Optional<Call> open = negotiation.open();
        if (open.isPresent()) {
            String when = CallSentences.to(sender, conversation).when(open.get());
            return open.get().proposedBy() == sender ? texts.theirOk(other, when) : texts.yourOk(when);
        }
        if (!(outlook instanceof Outlook.BothHeard)) {
            return firstAnswer(conversation, sender, texts, outlook);
        }
        return negotiation.agreed().stream()
                .findFirst()
                .map(call ->
                        texts.call(other, CallSentences.to(sender, conversation).when(call)))
                .orElseGet(texts::eitherOfYou);
    }

    /** To a peer who texts before their requester has. */
    String firstTextAwaited(Conversation conversation) {
        var outlook = firstContact.of(conversation.assignment());
        StatusTexts texts = conversation.textsFor(Party.PEER).status();
        return outlook instanceof Outlook.FirstText silent
                ? firstText(conversation, Party.PEER, texts, silent)
                : texts.eitherOfYou();
    }

    private static String firstText(
            Conversation conversation, Party sender, StatusTexts texts, Outlook.FirstText silent) {
        var clock = ReadersClock.of(sender, conversation);
        if (sender == Party.PEER) {
            return texts.firstText(conversation.requesterFirstName(), clock.when(silent.close()));
        }
        return silent.reminder()
                .map(when -> texts.remind(clock.when(when)))
                .orElseGet(() -> texts.close(clock.when(silent.close())));
    }

    private static String firstAnswer(Conversation conversation, Party sender, StatusTexts texts, Outlook outlook) {
        var clock = ReadersClock.of(sender, conversation);
        String other = conversation.nameOf(sender.other());
        if (outlook instanceof Outlook.Answer awaited) {
            String when = clock.when(awaited.offer());
            return sender == Party.PEER ? texts.yourAnswer(other, when) : texts.theirAnswer(other, when);
        }
        if (sender == Party.PEER) {
            return texts.yourAnswerOffered(other);
        }
        return outlook instanceof Outlook.AnswerOrChange offered
                ? texts.theirAnswerOffered(other, clock.when(offered.task()))
                : texts.theirAnswerAsked(other);
    }
}
