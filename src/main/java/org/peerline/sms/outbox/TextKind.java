package org.peerline.sms.outbox;

import java.time.Duration;

/**
 * What a text is for, and how long it is worth sending: a text that is still ours to send after {@link #worthSendingFor}
 * is shown as failed instead of arriving when it only confuses.
 */
public enum TextKind {
    /** The peer's details, to the requester. */
    DETAILS(Duration.ofHours(24)),
    /** One side's own words, to the other side. */
    RELAYED(Duration.ofHours(24)),
    /** News about a call: suggested, agreed, moved, called off. */
    CALL(Duration.ofHours(12)),
    /** A reminder of an agreed call; later it would come after the call has begun. */
    REMINDER(Duration.ofMinutes(40)),
    /** News about the request or the assignment. */
    NOTICE(Duration.ofHours(24)),
    /** The automatic answer to a text that just came in. */
    ANSWER(Duration.ofHours(1)),
    /** A one-time code to sign in with. */
    SIGN_IN_CODE(Duration.ofMinutes(10));

    private final Duration worthSendingFor;

    TextKind(Duration worthSendingFor) {
        this.worthSendingFor = worthSendingFor;
    }

    public Duration worthSendingFor() {
        return worthSendingFor;
    }
}
