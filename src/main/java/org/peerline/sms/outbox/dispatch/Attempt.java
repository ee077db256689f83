package org.peerline.sms.outbox.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * What becomes of a claimed text, as it is written back.
 *
 * @param status the new status; QUEUED means it goes back and is due again at {@code due}
 */
record Attempt(UUID id, String status, String providerId, String errorCode, Instant due, boolean optedOut) {
    static Attempt sent(UUID id, String providerId) {
        return new Attempt(id, "SENT", providerId, null, null, false);
    }

    static Attempt failed(UUID id, String code) {
        return new Attempt(id, "FAILED", null, code, null, false);
    }

    /** Refused because the person has opted out with the provider: we may have missed their STOP. */
    static Attempt optedOut(UUID id, String code) {
        return new Attempt(id, "FAILED", null, code, null, true);
    }

    static Attempt unknown(UUID id, String code) {
        return new Attempt(id, "UNKNOWN", null, code, null, false);
    }

    static Attempt later(UUID id, String code, Instant due) {
        return new Attempt(id, "QUEUED", null, code, due, false);
    }
}
