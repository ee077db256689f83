package org.peerline.sms.twilio.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Twilio signed a form: Base64(HMAC-SHA1(token, URL + every name and value, sorted by name)).
 *
 * <p>The URL begins with our configured public one, never with what a request says of itself. The SDK's own validator
 * takes each URL apart four times for each check and loses escapes in the query; this one prepares the URLs once.
 */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private final List<SecretKeySpec> keys;
    private final List<String> publicUrls;

    WebhookSignature(List<String> authTokens, String publicUrl) {
        keys = authTokens.stream()
                .map(token -> new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
        publicUrls = Stream.of(publicUrl, withOtherPort(URI.create(publicUrl))).toList();
    }

    /** @param pathAndQuery what follows the public URL, the query exactly as it was received */
    boolean isOf(String pathAndQuery, WebhookForm form, String given) {
        byte[] signature = given.getBytes(StandardCharsets.ISO_8859_1);
        var parameters = new StringBuilder();
        for (Map.Entry<String, String> parameter : form.parameters().entrySet()) {
            parameters.append(parameter.getKey()).append(parameter.getValue());
        }
        for (SecretKeySpec key : keys) {
            for (String publicUrl : publicUrls) {
                for (byte[] signed : SignedBytes.of(publicUrl + pathAndQuery + parameters)) {
                    if (MessageDigest.isEqual(sign(key, signed), signature)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static byte[] sign(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encode(mac.doFinal(signed));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Twilio signs the default port at times with and at times without naming it. */
    private static String withOtherPort(URI url) {
        String port = url.getPort() >= 0 ? "" : "https".equals(url.getScheme()) ? ":443" : ":80";
        return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
    }
}
