package org.peerline.calls.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.peerline.assignments.Conversation;
import org.peerline.calls.negotiation.Call;
import org.peerline.core.Party;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.TextKind;

/** Owes one side a text about a call, from the relay number; the text carries the call, so that an answer finds it. */
@ApplicationScoped
class CallTray {
    private final Outbox outbox;

    CallTray(Outbox outbox) {
        this.outbox = outbox;
    }

    void owe(TextKind kind, Party to, String text, Call call, Conversation conversation, Instant when) {
        outbox.say(owed(kind, to, text, call, conversation), when);
    }

    /** What helps before a call helps nobody once it has begun. */
    void remind(Party to, String text, Call call, Conversation conversation, Instant now) {
        Instant worn = now.plus(TextKind.REMINDER.worthSendingFor());
        Instant begins = call.startsAt().toInstant();
        outbox.say(owed(TextKind.REMINDER, to, text, call, conversation), now, worn.isBefore(begins) ? worn : begins);
    }

    private static OwedText owed(TextKind kind, Party to, String text, Call call, Conversation conversation) {
        var concerns = new OwedText.Concerns(
                conversation.request().id(), conversation.assignment().id(), call.id());
        return OwedText.ours(
                kind,
                conversation.assignment().relayNumber(),
                conversation.recipient(to),
                conversation.requester().id(),
                text,
                concerns);
    }
}
