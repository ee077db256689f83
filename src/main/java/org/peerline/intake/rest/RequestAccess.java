package org.peerline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.Caller;
import org.peerline.access.Role;
import org.peerline.assignments.Assignments;
import org.peerline.requests.SupportRequest;

/** Staff see every request; a peer sees the requests that are with them now. */
@ApplicationScoped
class RequestAccess {
    private final Assignments assignments;

    RequestAccess(Assignments assignments) {
        this.assignments = assignments;
    }

    /** The peer whose requests alone may be shown; empty for staff. */
    Optional<UUID> onlyOf(Caller caller) {
        return isStaff(caller) ? Optional.empty() : caller.peerId();
    }

    boolean maySee(SupportRequest request, Caller caller) {
        return isStaff(caller)
                || assignments
                        .openOf(request.id())
                        .filter(assignment -> caller.peerId().equals(Optional.of(assignment.peerId())))
                        .isPresent();
    }

    private static boolean isStaff(Caller caller) {
        return caller.has(Role.INTAKE) || caller.has(Role.COORDINATOR);
    }
}
