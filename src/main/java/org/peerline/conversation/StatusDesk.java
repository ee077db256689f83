package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.assignments.Conversation;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.Call;
import org.peerline.conversation.calling.CallTexter;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.wording.StatusTexts;

/** The answer to STATUS: whether the last text arrived, and whose move it is. */
@ApplicationScoped
class StatusDesk {
    private final Messages messages;
    private final Calls calls;
    private final TimeSource time;

    StatusDesk(Messages messages, Calls calls, TimeSource time) {
        this.messages = messages;
        this.calls = calls;
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
            default -> texts.onItsWay(other);
        };
    }

    private String next(Conversation conversation, Party sender, StatusTexts texts, String other) {
        if (conversation.assignment().firstTextAt().isEmpty()) {
            return sender == Party.PEER ? texts.firstText(other) : "";
        }
        var negotiation = calls.negotiation(conversation.assignment().id(), time.now());
        Optional<Call> open = negotiation.open();
        if (open.isPresent()) {
            String when = new CallTexter(conversation, sender).when(open.get());
            return open.get().proposedBy() == sender ? texts.theirOk(other, when) : texts.yourOk(when);
        }
        if (conversation.assignment().firstAnswerAt().isEmpty()) {
            return sender == Party.PEER ? texts.yourAnswer(other) : texts.theirAnswer(other);
        }
        return negotiation.agreed().stream()
                .findFirst()
                .map(call -> texts.call(other, new CallTexter(conversation, sender).when(call)))
                .orElse("");
    }
}
