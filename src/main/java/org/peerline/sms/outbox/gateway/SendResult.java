package org.peerline.sms.outbox.gateway;

import java.time.Duration;
import java.util.Optional;

/** What one attempt to send came to. Whether it may be tried again is in the type. */
public sealed interface SendResult {

    /** The provider has it and will report on it under this id. */
    record Accepted(String providerId) implements SendResult {}

    /**
     * Certain not to have been sent: the request never left, or was turned away unprocessed. May be tried again.
     *
     * @param code the provider's code, or a word of ours such as {@code connection_refused}
     * @param retryAfter how long the provider asked us to wait
     */
    record NotSent(String code, Optional<Duration> retryAfter) implements SendResult {}

    /** Nobody can know whether it was sent. Must not be tried again; a callback or a look-up settles it. */
    record Ambiguous(String code) implements SendResult {}

    /** Refused for good. */
    record Refused(String code, Why why) implements SendResult {}

    /** The sender's configuration or account is at fault: nothing may be sent until a person mends it; the text stays. */
    record SenderBroken(String code) implements SendResult {}

    /** Why a text was refused for good. */
    enum Why {
        BAD_NUMBER,
        OPTED_OUT,
        OUR_FAULT,
        NO_ROUTE,
        FILTERED,
        TOO_LATE,
        UNKNOWN_CODE
    }
}
