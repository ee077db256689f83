package org.peerline.sms.twilio.rest;

import java.util.Locale;

/** Why a form post is turned away; each is counted under its name in lower case. */
public enum WebhookRefusal {
    TOO_LARGE(413, "The form is longer than 64 kB."),
    NOT_A_FORM(415, "Only application/x-www-form-urlencoded is understood here."),
    MALFORMED(400, "The form cannot be read, or is not one of Twilio's."),
    UNSIGNED(403, "The signature is missing."),
    FORGED(403, "The signature does not belong to this form."),
    FOREIGN_ACCOUNT(403, "The account is not ours."),
    UNKNOWN_NUMBER(403, "The number written to is not ours.");

    private final int status;
    private final String sentence;

    WebhookRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    String counted() {
        return name().toLowerCase(Locale.ROOT);
    }
}
