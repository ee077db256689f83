package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.TextKind;
import org.peerline.wording.Helpline;

/**
 * Tells the writer of a relayed text, or whoever waits for an answer about a call, that it will never arrive. About our
 * other texts nobody is told; staff see them. That its reader has opted out is told to everybody who texts with them.
 */
@ApplicationScoped
class UndeliveredDesk {
    private static final String OPTED_OUT_WITH_PROVIDER = "21610";

    /** Our own word, and the provider's code for the same. */
    private static final Set<String> OPTED_OUT = Set.of("opted_out", OPTED_OUT_WITH_PROVIDER);

    private final Conversations conversations;
    private final OptOutDesk optOutDesk;
    private final BlindIndex blindIndex;
    private final LoopGuard loopGuard;
    private final Helpline helpline;
    private final Replies replies;

    UndeliveredDesk(
            Conversations conversations,
            OptOutDesk optOutDesk,
            BlindIndex blindIndex,
            LoopGuard loopGuard,
            Helpline helpline,
            Replies replies) {
        this.conversations = conversations;
        this.optOutDesk = optOutDesk;
        this.blindIndex = blindIndex;
        this.loopGuard = loopGuard;
        this.helpline = helpline;
        this.replies = replies;
    }

    void undeliverable(@Observes SmsUndeliverable failed) {
        tellWriter(failed);
        if (failed.errorCode().filter(OPTED_OUT_WITH_PROVIDER::equals).isPresent()) {
            optOutDesk.refusedFor(failed.toKey());
        }
    }

    private void tellWriter(SmsUndeliverable failed) {
        Optional<Party> told =
                failed.kind().equals(TextKind.CALL.name()) ? failed.to().map(Party::other) : failed.author();
        if (told.isPresent() && failed.assignment().isPresent()) {
            Conversation conversation = conversations.of(failed.assignment().get());
            boolean optedOut = failed.errorCode().filter(OPTED_OUT::contains).isPresent();
            String number = blindIndex.of(conversation.recipient(told.get()).number());
            if (conversation.assignment().isOpen() && loopGuard.mayTell(number, "UNDELIVERED")) {
                replies.notify(
                        conversation,
                        told.get(),
                        optedOut
                                ? optOutDesk.otherCannotReceive(conversation, told.get())
                                : undelivered(conversation, told.get()));
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
