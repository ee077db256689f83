package org.peerline.testkit;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls the running application's webhooks as Twilio does: signed over the public URL, posted to where it runs. */
public final class SignedWebhook {
    private static final String MESSAGES = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Somebody texts one of our numbers; each call is a new text. */
    public HttpResponse<String> text(String from, String to, String body) {
        return post(MESSAGES, textForm(TwilioIds.message(), from, to, body));
    }

    /** What Twilio reports on a text that it has taken, at the address that came with the text. */
    public HttpResponse<String> status(PostedMessage message, String status, Optional<Integer> errorCode) {
        var form = new LinkedHashMap<String, String>();
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", status);
        form.put("MessageStatus", status);
        form.put("To", message.to());
        form.put("From", message.from());
        form.put("MessageSid", message.sid());
        form.put("AccountSid", FakeTwilio.ACCOUNT_SID);
        form.put("ApiVersion", "2010-04-01");
        errorCode.ifPresent(code -> form.put("ErrorCode", code.toString()));
        return post(message.statusCallback(), form);
    }

    /** The form of a text with everything that Twilio sends along. */
    public static Map<String, String> textForm(String sid, String from, String to, String body) {
        var form = new LinkedHashMap<String, String>();
        form.put("ToCountry", "GB");
        form.put("SmsMessageSid", sid);
        form.put("NumMedia", "0");
        form.put("SmsSid", sid);
        form.put("SmsStatus", "received");
        form.put("Body", body);
        form.put("FromCountry", "GB");
        form.put("To", to);
        form.put("NumSegments", "1");
        form.put("MessageSid", sid);
        form.put("AccountSid", FakeTwilio.ACCOUNT_SID);
        form.put("From", from);
        form.put("ApiVersion", "2010-04-01");
        return form;
    }

    public HttpResponse<String> post(String publicUrl, Map<String, String> form) {
        return post(publicUrl, encode(form), TwilioSignature.of(FakeTwilio.AUTH_TOKEN, publicUrl, form));
    }

    /** With any body and any signature. */
    public HttpResponse<String> post(String publicUrl, String encodedForm, String signature) {
        return send(request(publicUrl, encodedForm).header("X-Twilio-Signature", signature));
    }

    public HttpResponse<String> postUnsigned(String publicUrl, Map<String, String> form) {
        return send(request(publicUrl, encode(form)));
    }

    public HttpResponse<String> postJson(String publicUrl, String json) {
        return send(request(publicUrl, json).setHeader("Content-Type", "application/json"));
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder request(String publicUrl, String encodedForm) {
        String application = RestAssured.baseURI + ":" + RestAssured.port;
        return HttpRequest.newBuilder(URI.create(publicUrl.replace(FakeTwilioResource.PUBLIC_URL, application)))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(encodedForm));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }
}
