package org.peerline.assignments.waiting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.peerline.assignments.AssignPeer;
import org.peerline.assignments.AssignPeer.Call;
import org.peerline.assignments.UnassignedText;
import org.peerline.assignments.choosing.ThoseWhoWait;
import org.peerline.assignments.choosing.ThoseWhoWait.Waiter;
import org.peerline.audit.Actor;
import org.peerline.core.BareFault;
import org.peerline.core.TimeSource;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.waiting.Waiting;
import org.peerline.sms.outbox.QuietHours;

/**
 * Assigns those who wait, first come first served among those who can be served. A peer who may have room calls whoever
 * waits and would do; besides, each request is looked at once more after it began to wait, and now and then. Each is a
 * transaction of its own, under the request's lock, so any number of replicas may run it and one that fails holds up
 * nobody.
 */
@ApplicationScoped
public class WaitingList {
    private static final Logger LOG = Logger.getLogger(WaitingList.class);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);
    private static final int MOST_LOOKS = 100;
    /** Whoever has only just asked is still awake. */
    private static final Duration STILL_THERE = Duration.ofMinutes(10);

    private final Requests requests;
    private final Requesters requesters;
    private final ThoseWhoWait thoseWhoWait;
    private final FreePlaces freePlaces;
    private final AssignPeer assignPeer;
    private final UnassignedText unassignedText;
    private final QuietHours quietHours;
    private final TimeSource time;
    private final ReentrantLock round = new ReentrantLock();

    WaitingList(
            Requests requests,
            Requesters requesters,
            ThoseWhoWait thoseWhoWait,
            FreePlaces freePlaces,
            AssignPeer assignPeer,
            UnassignedText unassignedText,
            QuietHours quietHours,
            TimeSource time) {
        this.requests = requests;
        this.requesters = requesters;
        this.thoseWhoWait = thoseWhoWait;
        this.freePlaces = freePlaces;
        this.assignPeer = assignPeer;
        this.unassignedText = unassignedText;
        this.quietHours = quietHours;
        this.time = time;
    }

    private enum Look {
        ASSIGNED,
        IN_VAIN,
        /** Somebody else is changing the request at this moment. */
        BUSY
    }

    /** Offers what has become free to those who wait; outside any transaction, before a newcomer's own begins. */
    public void serveBeforeSomebodyNew() {
        if (freePlaces.toOffer()) {
            offerPlaces();
        }
    }

    /** Offers free places and looks again where it is due; returns how many were assigned. */
    public int serve() {
        return offerPlaces() + lookAgain();
    }

    private int offerPlaces() {
        round.lock();
        try {
            return freePlaces.all().stream().mapToInt(this::offer).sum();
        } finally {
            round.unlock();
        }
    }

    private int offer(FreePlaces.Seen place) {
        int assigned = 0;
        boolean everybodyAsked = true;
        List<Waiter> some = thoseWhoWait.suitableFor(place.peer(), Waiter.NOBODY);
        while (!some.isEmpty()) {
            Waiter last = null;
            for (Waiter waiter : some) {
                last = waiter;
                Look look = look(waiter.request(), place.peer());
                everybodyAsked &= look != Look.BUSY;
                if (look == Look.ASSIGNED) {
                    assigned++;
                    break;
                }
            }
            some = thoseWhoWait.suitableFor(place.peer(), last);
        }
        if (everybodyAsked) {
            freePlaces.offered(place);
        }
        // For them somebody is there now, if only without room.
        requests.lookAgainAt(thoseWhoWait.unawareOf(place.peer()), time.now());
        return assigned;
    }

    private int lookAgain() {
        int assigned = 0;
        for (UUID request : requests.toLookAt(MOST_LOOKS)) {
            assigned += look(request, null) == Look.ASSIGNED ? 1 : 0;
        }
        return assigned;
    }

    /** @param turn the peer whose free place it is offered; {@code null} when it is not called */
    private Look look(UUID request, UUID turn) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> requests.lockedUnlessBusy(request)
                            .map(locked -> look(locked, turn))
                            .orElse(Look.BUSY));
        } catch (RuntimeException fault) {
            LOG.errorf(new BareFault(fault), "The waiting request %s could not be looked at now", request);
            return Look.BUSY;
        }
    }

    private Look look(SupportRequest request, UUID turn) {
        if (request.status() != RequestStatus.WAITING) {
            return Look.IN_VAIN;
        }
        var requester = requesters.findById(request.requesterId());
        // The place is theirs at once; nobody is woken to be told so.
        Instant now = time.now();
        boolean stillThere = request.createdAt().plus(STILL_THERE).isAfter(now);
        var call = new Call(turn, false, stillThere ? now : quietHours.over(now));
        Optional<Waiting> before = request.waiting();
        if (assignPeer.assign(request, requester, Actor.SERVICE, call).isPresent()) {
            return Look.ASSIGNED;
        }
        unassignedText.stillWaiting(request, before);
        request.looksAgain(now.plus(NOW_AND_THEN));
        return Look.IN_VAIN;
    }
}
