package bench.relay;

import bench.relay.Conversations.Side;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The texts of a round, signed and written out as requests before the clock starts. Each carries its number, so that
 * it can be told apart on the other side.
 */
final class Texts {
    static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TOKEN = "bench-auth-token";
    static final String PUBLIC_URL = "https://peerline.example";

    private static final String PATH = "/webhooks/twilio/messages";
    private static final String WORDS =
            "Thank you for writing, that helped more than I can say. Would tomorrow evening suit you? ";

    private final SecureRandom random = new SecureRandom();
    private final Mac mac;

    Texts() throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    }

    /** @param sides whom each text is from and to, in turn */
    byte[][] write(List<Side> sides, int first, int count) {
        var requests = new byte[count][];
        for (int n = 0; n < count; n++) {
            requests[n] = request(sides.get((first + n) % sides.size()), first + n);
        }
        return requests;
    }

    static String words(int number) {
        return WORDS + marker(number);
    }

    /** Letters and digits only: it looks the same in any encoding. */
    static String marker(int number) {
        return "number%08dq".formatted(number);
    }

    private byte[] request(Side side, int number) {
        byte[] sid = new byte[16];
        random.nextBytes(sid);
        String messageSid = "SM" + HexFormat.of().formatHex(sid);
        var form = new TreeMap<String, String>();
        form.put("ToCountry", "GB");
        form.put("SmsMessageSid", messageSid);
        form.put("NumMedia", "0");
        form.put("SmsSid", messageSid);
        form.put("SmsStatus", "received");
        form.put("Body", words(number));
        form.put("FromCountry", "GB");
        form.put("To", side.relay());
        form.put("NumSegments", "1");
        form.put("MessageSid", messageSid);
        form.put("AccountSid", ACCOUNT);
        form.put("From", side.from());
        form.put("ApiVersion", "2010-04-01");
        var signed = new StringBuilder(PUBLIC_URL + PATH);
        var body = new StringBuilder();
        form.forEach((name, value) -> {
            signed.append(name).append(value);
            body.append(body.isEmpty() ? "" : "&").append(name).append('=');
            body.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        String signature = Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        return ("POST " + PATH + " HTTP/1.1\r\nHost: peerline.example\r\nUser-Agent: TwilioProxy/1.1\r\n"
                        + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\nX-Twilio-Signature: "
                        + signature + "\r\nAccept: */*\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
