package org.peerline.assignments.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.peerline.assignments.AssignPeer;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.EndReason;
import org.peerline.assignments.UnassignedText;
import org.peerline.audit.Actor;
import org.peerline.core.TimeSource;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.waiting.Waiting;
import org.peerline.requests.waiting.WaitingReason;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.sms.outbox.QuietHours;

/**
 * Takes a request from its peer and gives it to somebody else, without asking why: the old relay closes, the pair is
 * never brought together again, and the new peer's details go out, all in the caller's transaction.
 */
@ApplicationScoped
public class ChangeHands {
    private static final Waiting NOT_LOOKED_YET =
            new Waiting(WaitingReason.NOBODY_AVAILABLE, Code.NOT_ACTIVE.name(), Set.of(), false);

    private final Requests requests;
    private final Requesters requesters;
    private final Assignments assignments;
    private final EndAssignment endAssignment;
    private final AssignPeer assignPeer;
    private final UnassignedText unassignedText;
    private final PlannedTexts planned;
    private final QuietHours quietHours;
    private final TimeSource time;

    ChangeHands(
            Requests requests,
            Requesters requesters,
            Assignments assignments,
            EndAssignment endAssignment,
            AssignPeer assignPeer,
            UnassignedText unassignedText,
            PlannedTexts planned,
            QuietHours quietHours,
            TimeSource time) {
        this.requests = requests;
        this.requesters = requesters;
        this.assignments = assignments;
        this.endAssignment = endAssignment;
        this.assignPeer = assignPeer;
        this.unassignedText = unassignedText;
        this.planned = planned;
        this.quietHours = quietHours;
        this.time = time;
    }

    /**
     * The new assignment; empty when the request waits now. The caller has seen that {@code assignment} is open, and
     * answers somebody who has just done something: the requester is told at once, unless it is news to them, who are
     * asleep and do not know of this peer yet.
     */
    public Optional<Assignment> from(Assignment assignment, EndReason why, Actor actor) {
        Instant now = time.now();
        boolean news = planned.detailsAreYetToCome(assignment.id());
        return from(assignment, why, actor, news ? quietHours.over(now) : now);
    }

    /** The same, told from then on. */
    Optional<Assignment> from(Assignment assignment, EndReason why, Actor actor, Instant tellFrom) {
        SupportRequest request = requests.locked(assignment.requestId());
        endAssignment.end(assignments.locked(assignment.id()), why, actor);
        request.waits(NOT_LOOKED_YET, time.now());
        requests.flush();
        var requester = requesters.findById(request.requesterId());
        Optional<Assignment> next =
                assignPeer.assign(request, requester, actor, new AssignPeer.Call(null, true, tellFrom));
        if (next.isEmpty()) {
            unassignedText.waiting(request, requester, tellFrom);
        }
        return next;
    }
}
