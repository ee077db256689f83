package org.peerline.conversation.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.LoopGuard;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.optout.OptOuts;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;

/**
 * Answers a text that has a phrase of the crisis list, at once. What happens to the text itself is not changed by it, and
 * of the text nothing is kept: only that there was one, when, and by which version of the list.
 */
@ApplicationScoped
public class CrisisDesk {
    private final CrisisList list;
    private final LoopGuard loopGuard;
    private final OptOuts optOuts;
    private final BlindIndex blindIndex;
    private final Helpline helpline;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;

    CrisisDesk(
            CrisisList list,
            LoopGuard loopGuard,
            OptOuts optOuts,
            BlindIndex blindIndex,
            Helpline helpline,
            Replies replies,
            Audit audit,
            Tasks tasks) {
        this.list = list;
        this.loopGuard = loopGuard;
        this.optOuts = optOuts;
        this.blindIndex = blindIndex;
        this.helpline = helpline;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
    }

    public boolean isCrisis(String written) {
        return list.phrases().isIn(written);
    }

    /** After a text has been passed on, untouched, as far as the other side receives any. */
    public void passedOn(Conversation conversation, Party writer, String written) {
        if (!isCrisis(written)) {
            return;
        }
        if (optOuts.isOptedOut(
                blindIndex.of(conversation.recipient(writer.other()).number()))) {
            notPassedOn(conversation, writer, written);
            return;
        }
        var texts = conversation.textsFor(writer).safety();
        tell(
                conversation,
                writer,
                writer == Party.PEER
                        ? texts.crisisPeer(conversation.requesterFirstName(), helpline.number())
                        : texts.crisisPassedOn(helpline.number()));
    }

    /** When the other side does not get it, which the answer must not make believe. */
    public void notPassedOn(Conversation conversation, Party writer, String written) {
        if (isCrisis(written)) {
            tell(conversation, writer, conversation.textsFor(writer).safety().crisis(helpline.number()));
        }
    }

    private void tell(Conversation conversation, Party writer, String answer) {
        note(
                actor(conversation, writer),
                Subject.of(Subject.Kind.ASSIGNMENT, conversation.assignment().id()),
                Optional.of(conversation.request().id()),
                Optional.of(writer));
        if (mayTell(blindIndex.of(conversation.recipient(writer).number()))) {
            replies.answerInDanger(conversation, writer, answer);
        }
    }

    /** The same of a text to a number where nobody else reads it: with whom we know its writer to be. */
    public void note(Optional<SupportRequest> open, Optional<Peer> peer) {
        if (open.isPresent()) {
            note(
                    Actor.requester(open.get().requesterId()),
                    Subject.of(Subject.Kind.REQUEST, open.get().id()),
                    open.map(SupportRequest::id));
        } else if (peer.isPresent()) {
            UUID id = peer.get().id();
            note(Actor.peer(id), Subject.of(Subject.Kind.PEER, id), Optional.empty());
        } else {
            note(Actor.SERVICE, Subject.SERVICE, Optional.empty());
        }
    }

    /** That it happened, for the coordinator. */
    public void note(Actor who, Subject subject, Optional<UUID> request) {
        note(who, subject, request, Optional.empty());
    }

    private void note(Actor who, Subject subject, Optional<UUID> request, Optional<Party> writer) {
        audit.record(who, "CRISIS_PHRASE", subject, list.phrases().version());
        tasks.raise(TaskKind.CRISIS_PHRASE, subject, request, writer);
    }

    /** Always, unless it happens as often as only between robots. */
    public boolean mayTell(String numberKey) {
        return loopGuard.mayTell(numberKey, "CRISIS");
    }

    private static Actor actor(Conversation conversation, Party writer) {
        return writer == Party.PEER
                ? Actor.peer(conversation.peer().id())
                : Actor.requester(conversation.requester().id());
    }
}
