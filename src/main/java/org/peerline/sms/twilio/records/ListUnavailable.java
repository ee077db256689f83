package org.peerline.sms.twilio.records;

/** Twilio's list cannot be read now. */
final class ListUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    ListUnavailable(String code) {
        super(code);
    }
}
