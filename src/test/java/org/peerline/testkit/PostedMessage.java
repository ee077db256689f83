package org.peerline.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A text as it was posted to {@link FakeTwilio}.
 *
 * @param sid Twilio's id of it
 * @param account the account in the URL
 * @param authorization the header as sent
 * @param form every parameter
 * @param accepted whether it is on Twilio's books
 */
public record PostedMessage(
        String sid, String account, String authorization, Map<String, String> form, boolean accepted, Instant at) {

    public String to() {
        return form.get("To");
    }

    public String from() {
        return form.get("From");
    }

    public String body() {
        return form.get("Body");
    }

    public String statusCallback() {
        return form.get("StatusCallback");
    }

    public int validityPeriod() {
        return Integer.parseInt(form.get("ValidityPeriod"));
    }

    /** Name and secret, as {@code name:secret}. */
    public String login() {
        byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        return new String(decoded, StandardCharsets.UTF_8);
    }
}
