package org.peerline.sms.outbox;

/** Where a text stands. */
public enum MessageStatus {
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    /** The provider's answer never came; a callback settles it, or a person. */
    UNKNOWN,
    CANCELLED
}
