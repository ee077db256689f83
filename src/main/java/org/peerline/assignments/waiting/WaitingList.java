package org.peerline.assignments.waiting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.peerline.assignments.AssignPeer;
import org.peerline.assignments.Roster;
import org.peerline.audit.Actor;
import org.peerline.core.BareFault;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;

/**
 * Assigns those who wait, first come first served among those who can be served. Each is a transaction of its own, under
 * the request's lock, so any number of replicas may run it and one that fails holds up nobody.
 */
@ApplicationScoped
public class WaitingList {
    private static final Logger LOG = Logger.getLogger(WaitingList.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_BEFORE_SOMEBODY_NEW = 20;

    private final Requests requests;
    private final Requesters requesters;
    private final Roster roster;
    private final AssignPeer assignPeer;

    WaitingList(Requests requests, Requesters requesters, Roster roster, AssignPeer assignPeer) {
        this.requests = requests;
        this.requesters = requesters;
        this.roster = roster;
        this.assignPeer = assignPeer;
    }

    /**
     * Lets those who have waited longest go first, before somebody new takes a place that has just become free. In the
     * caller's transaction: a second connection for each caller would use up the pool when many come at once.
     */
    public void serveBeforeSomebodyNew() {
        if (roster.hasRoom()) {
            requests.waitingInOrder(MOST_BEFORE_SOMEBODY_NEW).toList().forEach(this::serve);
        }
    }

    /** Goes once through the waiting requests in order; returns how many were assigned. */
    public int serve() {
        if (!roster.hasRoom()) {
            return 0;
        }
        List<UUID> waiting = QuarkusTransaction.requiringNew()
                .call(() -> requests.waitingInOrder(MOST_AT_ONCE).toList());
        int assigned = 0;
        for (UUID request : waiting) {
            try {
                assigned += QuarkusTransaction.requiringNew().call(() -> serve(request)) ? 1 : 0;
            } catch (RuntimeException fault) {
                LOG.errorf(new BareFault(fault), "The waiting request %s could not be looked at now", request);
            }
        }
        return assigned;
    }

    private boolean serve(UUID id) {
        return requests.lockedUnlessBusy(id)
                .filter(request -> request.status() == RequestStatus.WAITING)
                .flatMap(request ->
                        assignPeer.assign(request, requesters.findById(request.requesterId()), Actor.SERVICE))
                .isPresent();
    }
}
