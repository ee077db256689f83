package org.peerline.assignments.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.audit.Actor;
import org.peerline.core.TimeSource;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.RetentionPeriods;
import org.peerline.requests.Outcome;
import org.peerline.requests.Requests;

/**
 * Closes what nobody has closed for as long as anything may be kept at all, whatever the periods are, because every
 * other duty waits for the closing. From then on it is a closed request like any other.
 */
@ApplicationScoped
class LongOpenRequests implements RetentionDuty {
    /** Each closing is texts and events: no more of them than a transaction can bear. */
    private static final int MOST = 50;

    private static final String DUE = "select r.id from support_request r where (r.status <> 'CLOSED') is true"
            + " and r.created_at < :before and not " + HELD.formatted("r.requester_id") + " and not "
            + PEER_HELD.formatted("r.id") + " order by r.created_at limit :most for update of r skip locked";

    private final Requests requests;
    private final CloseRequest closeRequest;
    private final RetentionPeriods periods;
    private final TimeSource time;

    LongOpenRequests(Requests requests, CloseRequest closeRequest, RetentionPeriods periods, TimeSource time) {
        this.requests = requests;
        this.closeRequest = closeRequest;
        this.periods = periods;
        this.time = time;
    }

    @Override
    public RetentionClass of() {
        return RetentionClass.RECORD;
    }

    @Override
    public String name() {
        return "open_requests_closed_after_the_longest_time";
    }

    @Override
    public int sweep(Handle handle, Instant before, int most) {
        List<UUID> due = handle.createQuery(DUE)
                .bind("before", periods.beforeLongest(time.now()))
                .bind("most", Math.min(MOST, most))
                .mapTo(UUID.class)
                .list();
        due.forEach(request -> closeRequest.close(requests.findById(request), Outcome.WITHDRAWN, Actor.SERVICE));
        return due.size();
    }
}
