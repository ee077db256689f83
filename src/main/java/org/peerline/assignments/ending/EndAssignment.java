package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.AssignmentEnded;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.choosing.Places;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.peers.PeerFreed;
import org.peerline.sms.outbox.PlannedTexts;

/**
 * Ends an assignment: the relay number begins to rest, and the peer has a place free again. What becomes of the request
 * is the caller's to say, in the same transaction, with the request's row locked.
 */
@ApplicationScoped
public class EndAssignment {
    private final Assignments assignments;
    private final RelayNumbers relayNumbers;
    private final Places places;
    private final PlannedTexts planned;
    private final Jdbi jdbi;
    private final Audit audit;
    private final TimeSource time;
    private final Event<AssignmentEnded> ended;
    private final Event<PeerFreed> freed;

    EndAssignment(
            Assignments assignments,
            RelayNumbers relayNumbers,
            Places places,
            PlannedTexts planned,
            Jdbi jdbi,
            Audit audit,
            TimeSource time,
            Event<AssignmentEnded> ended,
            Event<PeerFreed> freed) {
        this.assignments = assignments;
        this.relayNumbers = relayNumbers;
        this.places = places;
        this.planned = planned;
        this.jdbi = jdbi;
        this.audit = audit;
        this.time = time;
        this.ended = ended;
        this.freed = freed;
    }

    public void end(Assignment assignment, EndReason why, Actor actor) {
        assignment.end(why, time.now());
        assignments.flush();
        relayNumbers.release(assignment.id());
        planned.takeBackDetails(assignment.id());
        // Whoever handed it back, or was never written to, has not had their turn.
        boolean counts = why != EndReason.PASSED
                && why != EndReason.KNOWN_PERSON
                && assignment.firstTextAt().isPresent();
        places.release(assignment.id(), assignment.peerId(), counts);
        if (why.forGood()) {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into never_again (requester_id, peer_id, number_key, identity_key, since)"
                            + " select id, ?, number_key, identity_key, ? from requester where id = ?"
                            + " on conflict do nothing",
                    assignment.peerId(),
                    time.now(),
                    assignment.requesterId()));
        }
        audit.record(actor, "ASSIGNMENT_ENDED", Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()), why.name());
        ended.fire(new AssignmentEnded(assignment.id(), why));
        freed.fire(new PeerFreed(assignment.peerId()));
    }
}
