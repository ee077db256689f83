package org.peerline.sms.twilio;

/** Where Twilio calls us, below the public URL. */
public final class TwilioPaths {
    public static final String ROOT = "/webhooks/twilio/";
    public static final String MESSAGES = ROOT + "messages";
    public static final String STATUS = ROOT + "status";
    public static final String VOICE = ROOT + "voice";

    /** Carries our id of a text in the status URL; being part of the URL, it is signed. */
    public static final String MESSAGE_ID = "m";

    /** Which hand-over of that text it is. */
    public static final String SEND_NO = "n";

    private TwilioPaths() {}
}
