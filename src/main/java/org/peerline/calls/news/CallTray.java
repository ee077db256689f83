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
        var concerns = new OwedText.Concerns(
                conversation.request().id(), conversation.assignment().id(), call.id());
        outbox.say(
                OwedText.ours(
                        kind,
                        conversation.assignment().relayNumber(),
                        conversation.recipient(to),
                        conversation.requester().id(),
                        text,
                        concerns),
                when);
    }
}
