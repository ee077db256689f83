package org.peerline.sms.twilio.rest;

/** Bad input at a webhook; nothing has been changed. */
public final class WebhookRefused extends RuntimeException {
    private final WebhookRefusal refusal;

    public WebhookRefused(WebhookRefusal refusal) {
        // Strangers can cause these at will, so they must be cheap: no stack trace.
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
    }

    WebhookRefusal refusal() {
        return refusal;
    }
}
