package org.peerline.sms.outbox.delivery;

/** Why a text that the provider had accepted did not arrive, by what can be done about it. */
public enum DeliveryFailure {
    /** Out of reach or out of room: a few more attempts, hours apart, while the text is still worth sending. */
    PERHAPS_TEMPORARY,
    /** Our account or our number is at fault; nothing goes out until a person mends it. */
    SENDER_BROKEN,
    BAD_NUMBER,
    /** The recipient has opted out with the provider, even if we never saw the STOP. */
    OPTED_OUT,
    OUR_FAULT,
    NO_ROUTE,
    /** A carrier or the provider held it to be unwanted; a person should look at the text. */
    FILTERED,
    TOO_LATE,
    UNKNOWN_CODE
}
