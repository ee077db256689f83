package org.peerline.assignments.ending;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.core.BareFault;
import org.peerline.core.DueWork;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.requests.Requests;
import org.peerline.sms.outbox.QuietHours;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/**
 * Gives what a leaving peer has open to other peers, one request at a time. Not in the transaction in which they leave:
 * that holds the peer's row, and the request's comes before it.
 */
@ApplicationScoped
class HandOver implements DueWork {
    private static final Logger LOG = Logger.getLogger(HandOver.class);
    private static final String OPEN = "select a.id, a.request_id from peer p join assignment a on a.peer_id = p.id"
            + " and a.status = 'OPEN' where p.hand_over and p.open_assignments > 0 order by a.assigned_at limit 100";
    private static final String STILL_LEAVING = "select exists (select 1 from peer where id = ? and hand_over)";

    private final Jdbi jdbi;
    private final Requests requests;
    private final Assignments assignments;
    private final Conversations conversations;
    private final ChangeHands changeHands;
    private final Farewell farewell;
    private final Tasks tasks;
    private final QuietHours quietHours;
    private final TimeSource time;

    HandOver(
            Jdbi jdbi,
            Requests requests,
            Assignments assignments,
            Conversations conversations,
            ChangeHands changeHands,
            Farewell farewell,
            Tasks tasks,
            QuietHours quietHours,
            TimeSource time) {
        this.jdbi = jdbi;
        this.requests = requests;
        this.assignments = assignments;
        this.conversations = conversations;
        this.changeHands = changeHands;
        this.farewell = farewell;
        this.tasks = tasks;
        this.quietHours = quietHours;
        this.time = time;
    }

    @Override
    public int runDue() {
        List<Held> open = jdbi.withHandle(handle -> handle.select(OPEN)
                .map((row, context) ->
                        new Held(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class)))
                .list());
        int given = 0;
        for (Held held : open) {
            try {
                given += QuarkusTransaction.requiringNew().call(() -> give(held)) ? 1 : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "Assignment %s could not be handed over now", held.assignment());
            }
        }
        return given;
    }

    private record Held(UUID assignment, UUID request) {}

    private boolean give(Held held) {
        if (requests.lockedUnlessBusy(held.request()).isEmpty()) {
            return false;
        }
        Assignment assignment = assignments.locked(held.assignment());
        boolean leaving = jdbi.withHandle(handle -> handle.select(STILL_LEAVING, assignment.peerId())
                .mapTo(Boolean.class)
                .one());
        if (!assignment.isOpen() || !leaving) {
            return false;
        }
        Conversation conversation = conversations.of(assignment.id());
        // Nobody waits for this text: it does not wake them.
        Instant awake = quietHours.over(time.now());
        farewell.say(conversation, Party.PEER, farewell.requestClosed(conversation), awake);
        farewell.say(conversation, Party.REQUESTER, farewell.reassigned(conversation), awake);
        if (assignment.firstTextAt().isPresent()) {
            // They had begun to talk: somebody should know, although nothing need be done.
            UUID request = assignment.requestId();
            tasks.raise(TaskKind.HANDED_OVER, Subject.of(Subject.Kind.REQUEST, request), Optional.of(request));
        }
        changeHands.from(assignment, EndReason.PEER_LEFT, Actor.SERVICE, awake);
        return true;
    }

    /** Nothing is planned: a peer who leaves does so now. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
