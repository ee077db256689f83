package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.peerline.assignments.Conversation;
import org.peerline.core.Party;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.wording.StatusTexts;

/** The answer to STATUS: whether the last text arrived, and whose move it is. */
@ApplicationScoped
class StatusDesk {
    private final Messages messages;

    StatusDesk(Messages messages) {
        this.messages = messages;
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

    private static String next(Conversation conversation, Party sender, StatusTexts texts, String other) {
        boolean introduced = conversation.assignment().firstTextAt().isPresent();
        boolean answered = conversation.assignment().firstAnswerAt().isPresent();
        if (!introduced) {
            return sender == Party.PEER ? texts.firstText(other) : "";
        }
        if (!answered) {
            return sender == Party.PEER ? texts.yourAnswer(other) : texts.theirAnswer(other);
        }
        return "";
    }
}
