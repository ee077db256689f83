package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.OwedTogether;

/**
 * Our own texts to a requester that wait for a later moment, most often for the morning. Somebody who turns out to be awake
 * need not wait for them, and what is no longer true is never sent. In the caller's transaction.
 */
@ApplicationScoped
public class PlannedTexts {
    /** Not tried yet, and not due: nobody is handing it over at this moment. */
    private static final String PLANNED =
            " status = 'QUEUED' and attempts = 0 and due_at > :now and to_party = 'REQUESTER'"
                    + " and kind = any(:kinds)";

    private static final String TAKE_BACK = "update message set status = 'CANCELLED', settled_at = :now where ";

    // Each half has an index of its own. Whoever takes one back at this moment is right, and is not waited for.
    private static final String HURRY = """
            update message set due_at = :now where id in (
                select id from message where id in (
                    select id from message
                    where assignment_id = any(array(select a.id from assignment a where a.request_id = :id)) and %1$s
                    union all
                    select id from message where request_id = :id and assignment_id is null and %1$s)
                for update skip locked)
            """.formatted(PLANNED);

    private static final String[] DETAILS = {TextKind.DETAILS.name()};
    private static final String[] NEWS = {TextKind.DETAILS.name(), TextKind.NOTICE.name(), TextKind.CALL.name()};

    private final Jdbi jdbi;
    private final OwedTogether together;
    private final DispatchSignal signal;
    private final TimeSource time;

    PlannedTexts(Jdbi jdbi, OwedTogether together, DispatchSignal signal, TimeSource time) {
        this.jdbi = jdbi;
        this.together = together;
        this.signal = signal;
        this.time = time;
    }

    /** Whether the requester of this assignment has not been told of their peer yet. */
    public boolean detailsAreYetToCome(UUID assignment) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from message where assignment_id = :assignment and" + PLANNED + ")")
                .bind("assignment", assignment)
                .bind("now", time.now())
                .bind("kinds", DETAILS)
                .mapTo(Boolean.class)
                .one());
    }

    /** They shall not be told of this peer any more. */
    public void takeBackDetails(UUID assignment) {
        change(TAKE_BACK + "assignment_id = :id and" + PLANNED, assignment, DETAILS);
    }

    /** What was to be said of the request while nobody was assigned is not true any more. */
    public void takeBackWaiting(UUID request) {
        change(TAKE_BACK + "request_id = :id and assignment_id is null and" + PLANNED, request, NEWS);
    }

    /** The requester is awake: what they were to be told of this request is told now. True when there was something. */
    public boolean sayNow(UUID request) {
        int hurried = change(HURRY, request, NEWS);
        if (hurried > 0) {
            signal.afterCommit();
        }
        return hurried > 0;
    }

    private int change(String sql, UUID id, String[] kinds) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bind("id", id)
                .bind("now", time.now())
                .bind("kinds", kinds)
                .execute());
    }
}
