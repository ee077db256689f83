package org.peerline.sms;

/** What the provider last said of a text we sent. Names as in Twilio's status callbacks, folded to what matters. */
public enum SmsStatus {
    ACCEPTED,
    SENT,
    DELIVERED,
    FAILED
}
