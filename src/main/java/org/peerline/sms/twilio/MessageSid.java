package org.peerline.sms.twilio;

import java.util.regex.Pattern;

/** The form of Twilio's ids of texts. */
public final class MessageSid {
    private static final Pattern FORM = Pattern.compile("(SM|MM)[0-9a-f]{32}");

    private MessageSid() {}

    public static boolean matches(String written) {
        return written != null && FORM.matcher(written).matches();
    }
}
