package org.peerline.testkit;

import java.net.URLDecoder;
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

    /** Of a form that no string of ours can hold: over the bytes of each value. */
    public static String ofEncoded(String authToken, String url, String form) {
        var bytes = new TreeMap<String, String>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            bytes.put(latin(pair.substring(0, equals)), latin(pair.substring(equals + 1)));
        }
        var signed = new StringBuilder(url);
        bytes.forEach((name, value) -> signed.append(name).append(value));
        return ofBytes(authToken, signed.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String latin(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
    }

    /** Over the address, and the names and values sorted by name, as bytes. */
    private static String ofBytes(String authToken, byte[] signed) {
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
