package org.peerline.sms.outbox.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.peerline.sms.outbox.dispatch.claim.Claimed;

/**
 * What becomes of a claimed text, as it is written back.
 *
 * @param sendNo the hand-over that this is the outcome of
 * @param status the new status; QUEUED means it goes back and is due again at {@code due}
 * @param notMade nothing was tried, so it does not count as an attempt
 */
record Attempt(
        UUID id,
        int sendNo,
        String status,
        String providerId,
        String errorCode,
        Instant due,
        boolean optedOut,
        boolean notMade) {
    static Attempt sent(Claimed text, String providerId) {
        return new Attempt(text.id(), text.sendNo(), "SENT", providerId, null, null, false, false);
    }

    static Attempt failed(Claimed text, String code) {
        return new Attempt(text.id(), text.sendNo(), "FAILED", null, code, null, false, false);
    }

    /** Refused because the person has opted out with the provider: we may have missed their STOP. */
    static Attempt optedOut(Claimed text, String code) {
        return new Attempt(text.id(), text.sendNo(), "FAILED", null, code, null, true, false);
    }

    static Attempt unknown(Claimed text, String code) {
        return new Attempt(text.id(), text.sendNo(), "UNKNOWN", null, code, null, false, false);
    }

    static Attempt later(Claimed text, String code, Instant due) {
        return new Attempt(text.id(), text.sendNo(), "QUEUED", null, code, due, false, false);
    }

    /** Nobody would miss it any more. */
    static Attempt cancelled(Claimed text, String code) {
        return new Attempt(text.id(), text.sendNo(), "CANCELLED", null, code, null, false, true);
    }

    /** It was tried, and the next attempt would come when nobody would miss it any more. */
    static Attempt givenUp(Claimed text, String code) {
        return new Attempt(text.id(), text.sendNo(), "CANCELLED", null, code, null, false, false);
    }

    /** Given back untouched: whoever comes next may send it at once. */
    static Attempt released(Claimed text) {
        return new Attempt(text.id(), text.sendNo(), "QUEUED", null, null, null, false, true);
    }

    /** Whether the provider has taken it. */
    boolean isTaken() {
        return status.equals("SENT");
    }

    /** Whether this text is never tried again by itself, and nobody doubts that it did not go out. */
    boolean isOver() {
        return status.equals("FAILED") || status.equals("CANCELLED");
    }
}
