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
        change(
                "update message set status = 'CANCELLED', settled_at = :now where assignment_id = :id and",
                assignment,
                "",
                DETAILS);
    }

    /** What was to be said of the request while nobody was assigned is not true any more. */
    public void takeBackWaiting(UUID request) {
        change(
                "update message set status = 'CANCELLED', settled_at = :now where request_id = :id"
                        + " and assignment_id is null and",
                request,
                "",
                NEWS);
    }

    /** The requester is awake: what they were to be told of this request is told now. True when there was something. */
    public boolean sayNow(UUID request) {
        int hurried = change(
                "update message set due_at = :now where id in (select id from message where request_id = :id and",
                request,
                // Whoever takes one back at this moment is right, and is not waited for.
                " for update skip locked)",
                NEWS);
        if (hurried > 0) {
            signal.afterCommit();
        }
        return hurried > 0;
    }

    private int change(String what, UUID id, String end, String[] kinds) {
        together.writeGathered();
        return jdbi.withHandle(handle -> handle.createUpdate(what + PLANNED + end)
                .bind("id", id)
                .bind("now", time.now())
                .bind("kinds", kinds)
                .execute());
    }
}
