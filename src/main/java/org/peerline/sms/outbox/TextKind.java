package org.peerline.sms.outbox;

import java.time.Duration;

/**
 * What a text is for, how long it is worth sending, and what becomes of one that is still ours to send after that: where
 * somebody would wait for it, it has visibly failed; otherwise it is called off.
 */
public enum TextKind {
    /** The peer's details, to the requester. */
    DETAILS(Duration.ofHours(24), WhenTooLate.FAILED),
    /** One side's own words, to the other side. */
    RELAYED(Duration.ofHours(24), WhenTooLate.FAILED),
    /** News about a call: suggested, agreed, moved, called off. */
    CALL(Duration.ofHours(12), WhenTooLate.FAILED),
    /** A reminder of an agreed call; later it would come after the call has begun. */
    REMINDER(Duration.ofMinutes(40), WhenTooLate.CANCELLED),
    /** News about the request or the assignment. */
    NOTICE(Duration.ofHours(24), WhenTooLate.FAILED),
    /** The automatic answer to a text that just came in. */
    ANSWER(Duration.ofHours(1), WhenTooLate.CANCELLED),
    /** What somebody in danger is told, and the page to the safeguarding lead. The day's limit does not hold it back. */
    URGENT(Duration.ofHours(6), WhenTooLate.FAILED),
    /** A one-time code to sign in with. */
    SIGN_IN_CODE(Duration.ofMinutes(10), WhenTooLate.CANCELLED);

    private final Duration worthSendingFor;
    private final WhenTooLate whenTooLate;

    /** The status of a text that was not worth sending any more. */
    public enum WhenTooLate {
        FAILED,
        CANCELLED
    }

    TextKind(Duration worthSendingFor, WhenTooLate whenTooLate) {
        this.worthSendingFor = worthSendingFor;
        this.whenTooLate = whenTooLate;
    }

    public Duration worthSendingFor() {
        return worthSendingFor;
    }

    public WhenTooLate whenTooLate() {
        return whenTooLate;
    }
}
