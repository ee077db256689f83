package org.peerline.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Twilio does, from its published description. */
public final class TwilioSignature {
    private TwilioSignature() {}

    public static String of(String authToken, String url, Map<String, String> form) {
        var signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        return ofBytes(authToken, signed.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Over the address, and the names and values sorted by name, as bytes. */
    public static String ofBytes(String authToken, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] code = mac.doFinal(signed);
            return Base64.getEncoder().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
