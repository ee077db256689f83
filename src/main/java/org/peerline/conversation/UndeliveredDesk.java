package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.wording.Helpline;

/** Tells the writer of a relayed text that it will never arrive. About our own texts nobody is told; staff see them. */
@ApplicationScoped
class UndeliveredDesk {
    private final Conversations conversations;
    private final BlindIndex blindIndex;
    private final LoopGuard loopGuard;
    private final Helpline helpline;
    private final Replies replies;

    UndeliveredDesk(
            Conversations conversations,
            BlindIndex blindIndex,
            LoopGuard loopGuard,
            Helpline helpline,
            Replies replies) {
        this.conversations = conversations;
        this.blindIndex = blindIndex;
        this.loopGuard = loopGuard;
        this.helpline = helpline;
        this.replies = replies;
    }

    void undeliverable(@Observes SmsUndeliverable failed) {
        Optional<Party> author = failed.author();
        Optional<UUID> assignment = failed.assignment();
        if (author.isPresent() && assignment.isPresent()) {
            Conversation conversation = conversations.of(assignment.get());
            String number = blindIndex.of(conversation.recipient(author.get()).number());
            // A long text fails in each of its parts; one answer is enough for a robot's as well.
            if (conversation.assignment().isOpen() && loopGuard.mayAnswer(number, "UNDELIVERED")) {
                replies.notify(conversation, author.get(), undelivered(conversation, author.get()));
            }
        }
    }

    private String undelivered(Conversation conversation, Party author) {
        var texts = conversation.textsFor(author);
        return author == Party.PEER
                ? texts.peers().undelivered(conversation.reference(), conversation.requesterFirstName())
                : texts.relay().undelivered(conversation.peerDisplayName(), helpline.number());
    }
}
