package org.peerline.testkit;

import java.util.UUID;

/** New ids in the form of Twilio's. */
public final class TwilioIds {
    private TwilioIds() {}

    public static String message() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }
}
