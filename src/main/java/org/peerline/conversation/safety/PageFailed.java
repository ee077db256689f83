package org.peerline.conversation.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Assignments;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.Replies;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.SmsUndeliverable;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** A page that did not reach the safeguarding lead: the peer who asked was told that somebody would ring. */
@ApplicationScoped
class PageFailed {
    private final Jdbi jdbi;
    private final Assignments assignments;
    private final Peers peers;
    private final OurNumbers ourNumbers;
    private final Helpline helpline;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;

    PageFailed(
            Jdbi jdbi,
            Assignments assignments,
            Peers peers,
            OurNumbers ourNumbers,
            Helpline helpline,
            Replies replies,
            Audit audit,
            Tasks tasks) {
        this.jdbi = jdbi;
        this.assignments = assignments;
        this.peers = peers;
        this.ourNumbers = ourNumbers;
        this.helpline = helpline;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
    }

    /** A page is the only urgent text to nobody whom we know that is about somebody whom we do. */
    void undeliverable(@Observes SmsUndeliverable failed) {
        if (failed.kind().equals(TextKind.URGENT.name()) && failed.to().isEmpty()) {
            about(failed.message()).flatMap(peers::known).ifPresent(peer -> tell(peer, failed.request()));
        }
    }

    private Optional<UUID> about(UUID message) {
        return jdbi.withHandle(handle -> handle.select("select body_person from message where id = ?", message)
                .mapTo(UUID.class)
                .findFirst());
    }

    private void tell(Peer peer, Optional<UUID> request) {
        Subject subject = Subject.of(Subject.Kind.PEER, peer.id());
        audit.record(Actor.SERVICE, "SAFEGUARDING_NOT_REACHED", subject, null);
        tasks.raise(
                TaskKind.SAFEGUARDING_NOT_REACHED,
                request.flatMap(assignments::openOf)
                        .filter(assignment -> assignment.peerId().equals(peer.id()))
                        .map(assignment -> Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()))
                        .orElse(subject),
                request,
                Optional.of(Party.PEER));
        replies.answerInDanger(
                ourNumbers.serviceNumber(),
                Recipient.of(Party.PEER, peer.id(), peers.mobileNumber(peer)),
                SmsTexts.in(Language.EN).safety().pageFailed(helpline.number()));
    }
}
